import type { Role } from "../model/text.ts";
import type { LayoutContext } from "./context/layout-context.ts";
import { shrunk } from "./roles.ts";

/** In pt. Nobody reads this on paper, only on a screen that is zoomed into; texts that need less are left to overflow. */
const FLOOR = 4;

/**
 * The largest sizes of `roles` below those of the context at which something fits, whatever the roles' minimum: for
 * decks that are written although texts are too long, so that these cover nothing else. The smallest where none does.
 */
export function shrinkToFit(
  context: LayoutContext,
  roles: ReadonlySet<Role>,
  fits: (sized: LayoutContext) => boolean,
): LayoutContext {
  const most = Math.max(0, ...Array.from(roles, (role) => Math.ceil(context.sizes[role] - FLOOR)));
  let sized = context;
  for (let steps = 1; steps <= most && !fits(sized); steps += 1) {
    sized = { ...context, sizes: shrunk(context.sizes, roles, steps, () => FLOOR) };
  }
  return sized;
}
