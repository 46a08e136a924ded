import { ptToEmu } from "../../../base/units.ts";
import type { Role } from "../../../model/text.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { solidFill } from "../../../theme/colour.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";

/** a:defRPr that makes text look as a role does. */
export function roleProperties(role: Role, look: ResolvedTheme): Element {
  const { size, bold, ink, font } = look.role(role);
  const family = font === "heading" ? "mj" : "mn";
  return el(
    "a:defRPr",
    { sz: Math.round(size * 100), b: bold, i: false, kern: 1200 },
    solidFill(look.ink(ink)),
    el("a:latin", { typeface: `+${family}-lt` }),
    el("a:ea", { typeface: `+${family}-ea` }),
    el("a:cs", { typeface: `+${family}-cs` }),
  );
}

interface Level {
  readonly level: number;
  readonly role: Role;
  readonly align?: "l" | "ctr" | "r";
  /** Sign before the text; none where left out. */
  readonly bullet?: string;
  readonly marL?: number;
  readonly hanging?: number;
  readonly before?: number;
}

/** Line attributes of every text level: tabs of 1 inch in EMU, left to right, no hanging punctuation. */
export const LINE_RULES = {
  defTabSz: 914_400,
  rtl: false,
  eaLnBrk: true,
  latinLnBrk: false,
  hangingPunct: false,
} as const;

/** a:lvl1pPr to a:lvl9pPr. Single spacing is said outright: pitch is 1.2 × size. No punctuation hangs out of its box. */
export const levelStyle = (level: Level, look: ResolvedTheme): Element =>
  el(
    `a:lvl${level.level}pPr`,
    {
      marL: level.marL ?? 0,
      indent: -(level.hanging ?? 0),
      algn: level.align ?? "l",
      ...LINE_RULES,
    },
    el("a:lnSpc", {}, el("a:spcPct", { val: 100_000 })),
    el("a:spcBef", {}, el("a:spcPts", { val: Math.round((level.before ?? 0) * 100) })),
    level.bullet === undefined
      ? el("a:buNone")
      : [el("a:buFont", { typeface: "Arial" }), el("a:buChar", { char: level.bullet })],
    roleProperties(level.role, look),
  );

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * p:txStyles: titles; bodies whose first level is plain text, the second a bullet, the third a dash, as readers of
 * pre-reads expect; all other text.
 */
export function textStyles(look: ResolvedTheme): Element {
  const step = ptToEmu(look.role("body").size);
  return el(
    "p:txStyles",
    {},
    el("p:titleStyle", {}, levelStyle({ level: 1, role: "title" }, look)),
    el(
      "p:bodyStyle",
      {},
      LEVELS.map((level) =>
        levelStyle(
          {
            level,
            role: level > 2 ? "small" : "body",
            before: level === 1 ? look.space.tight : look.space.hair,
            ...(level === 1
              ? {}
              : { bullet: level % 2 === 0 ? "•" : "–", marL: step * (level - 1), hanging: step }),
          },
          look,
        ),
      ),
    ),
    el(
      "p:otherStyle",
      {},
      LEVELS.map((level) => levelStyle({ level, role: "body", marL: step * (level - 1) }, look)),
    ),
  );
}
