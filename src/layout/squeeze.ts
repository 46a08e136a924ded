import { type Pt, pt } from "../base/units.ts";
import type { Role } from "../model/text.ts";
import type { Setting } from "./setting.ts";

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
    const sizes: Record<Role, Pt> = { ...setting.sizes };
    for (const role of roles)
      sizes[role] = pt(Math.max(Math.min(FLOOR, setting.sizes[role]), setting.sizes[role] - steps));
    sized = { ...setting, sizes };
  }
  return sized;
}
