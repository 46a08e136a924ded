import type { Role } from "../model/text.ts";
import type { Setting } from "./context/setting.ts";
import { shrunk } from "./roles.ts";

/** In pt. Nobody reads this on paper, only on a screen that is zoomed into; texts that need less are left to overflow. */
const FLOOR = 4;

/**
 * The largest sizes of `roles` below those of the setting at which something fits, whatever the roles' minimum: for
 * decks that are written although texts are too long, so that these cover nothing else. The smallest where none does.
 */
export function squeeze(
  setting: Setting,
  roles: ReadonlySet<Role>,
  fits: (sized: Setting) => boolean,
): Setting {
  const most = Math.max(0, ...Array.from(roles, (role) => Math.ceil(setting.sizes[role] - FLOOR)));
  let sized = setting;
  for (let steps = 1; steps <= most && !fits(sized); steps += 1) {
    sized = { ...setting, sizes: shrunk(setting.sizes, roles, steps, () => FLOOR) };
  }
  return sized;
}
