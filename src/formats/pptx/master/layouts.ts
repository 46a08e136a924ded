import type { LayoutName } from "../../../model/deck.ts";
import type { PlaceholderName } from "../../../model/page.ts";
import { ROOT } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { background } from "./master.ts";
import { logoPicture, ornament, type PlaceholderText, placeholderShape, tree } from "./shapes.ts";

/** In the order in which PowerPoint lists them, with the type that it knows them by (ECMA-376 Part 1, 19.7.15). */
export const LAYOUTS: readonly {
  readonly layout: LayoutName;
  readonly name: string;
  readonly type?: string;
}[] = [
  { layout: "cover", name: "Cover", type: "title" },
  { layout: "content", name: "Content", type: "obj" },
  { layout: "contentShort", name: "Content under a title of one line" },
  { layout: "statement", name: "Statement" },
  { layout: "divider", name: "Divider", type: "secHead" },
];

/** Placeholders that follow the master, so that moving one there moves it in every layout. */
const FOLLOWS_MASTER: Readonly<Record<LayoutName, ReadonlySet<PlaceholderName>>> = {
  cover: new Set(),
  content: new Set(["title", "body", "date", "footer", "number"]),
  contentShort: new Set(["date", "footer", "number"]),
  statement: new Set(["date", "footer", "number"]),
  divider: new Set(["date", "footer", "number"]),
};

const ORDER: readonly PlaceholderName[] = ["title", "subtitle", "body", "date", "footer", "number"];

/** One slide layout. */
export function layoutPart(
  which: (typeof LAYOUTS)[number],
  look: ResolvedTheme,
  language: string,
  standing: PlaceholderText,
): Element {
  const { layout } = which;
  const own = look.on(layout);
  const { placeholders, ornaments, logo } = own.frames[layout];
  const drawn = ornaments.map(({ name, frame, ink }, index) => ornament(2 + index, name, frame, ink, own));
  if (logo !== undefined) drawn.push(logoPicture(2 + ornaments.length, logo.frame));
  const shapes = ORDER.flatMap((name, index) => {
    const at = placeholders[name];
    if (at === undefined) return [];
    // On another paper its words have other colours than the master's.
    const explicit = own !== look || !FOLLOWS_MASTER[layout].has(name);
    return [placeholderShape({ id: index + 10, name, at, layout, explicit, language, standing }, own)];
  });
  return el(
    "p:sldLayout",
    { ...ROOT, type: which.type, preserve: true, userDrawn: true },
    el("p:cSld", { name: which.name }, own !== look && background(own.ink("paper")), tree(drawn, shapes)),
    el("p:clrMapOvr", {}, el("a:masterClrMapping")),
  );
}
