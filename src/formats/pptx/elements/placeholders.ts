import type { LayoutName } from "../../../model/deck.ts";
import type { PlaceholderName } from "../../../model/page.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import type { PlaceholderMark } from "../../../theme/base.ts";

/** Placeholders as slide, layout and master agree on them: a slide finds its layout's by type and idx. */
interface Placeholder {
  readonly type: string;
  readonly idx?: number;
  readonly size?: "half" | "quarter";
}

const ON_LAYOUTS: Readonly<Record<PlaceholderName, Placeholder>> = {
  title: { type: "title" },
  subtitle: { type: "subTitle", idx: 13 },
  body: { type: "body", idx: 1 },
  date: { type: "dt", idx: 10, size: "half" },
  footer: { type: "ftr", idx: 11, size: "quarter" },
  number: { type: "sldNum", idx: 12, size: "quarter" },
};

/** p:ph on slides and layouts (ECMA-376 Part 1, 19.3.1.36); the cover's title is a centred one, as PowerPoint calls it. */
export function placeholderMark(name: PlaceholderName, layout: LayoutName): Element {
  const { type, idx, size } = ON_LAYOUTS[name];
  return el("p:ph", { type: name === "title" && layout === "cover" ? "ctrTitle" : type, sz: size, idx });
}

/** p:ph of a slide for a placeholder of a template's layout; a title is one for its readers, whatever the layout has. */
export function templateMark(
  name: PlaceholderName,
  marks: Readonly<Partial<Record<PlaceholderName, PlaceholderMark>>>,
): Element | undefined {
  const mark = marks[name];
  if (mark !== undefined) return el("p:ph", { type: mark.type, idx: mark.idx });
  return name === "title" ? el("p:ph", { type: "title" }) : undefined;
}
