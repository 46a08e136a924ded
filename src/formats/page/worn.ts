import type { TextItem } from "../../model/page.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";

/** The look of a text: words in a placeholder that has a colour of its own wear that in place of their role's ink. */
export function wornBy({ placeholder, role }: TextItem, look: ResolvedTheme): ResolvedTheme {
  const own = placeholder === undefined ? undefined : look.colours[placeholder];
  if (own === undefined) return look;
  const usual = look.role(role).ink;
  return { ...look, ink: (ink) => (ink === usual ? own : look.ink(ink)) };
}
