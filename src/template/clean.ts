import { all, child, type Element, elements, textOf } from "../ooxml/xml.ts";
import { placeholderOf } from "./placeholders.ts";

/** Elements that go as a whole where something in them names a part that is dropped. */
const WHOLE: ReadonlySet<string> = new Set([
  "p:sp",
  "p:pic",
  "p:cxnSp",
  "p:graphicFrame",
  "p:contentPart",
  "mc:AlternateContent",
  "a:hlinkClick",
  "a:hlinkMouseOver",
  "a:hlinkHover",
  "a:ext",
  "p:ext",
  "a:blipFill",
  "p:bg",
]);

/** Elements that no deck keeps: data and controls of add-ins, and animations of layouts, which refer to shapes by number. */
const NEVER: ReadonlySet<string> = new Set(["p:custDataLst", "p:controls", "p:timing", "p:transition"]);

/**
 * An element without what names parts that are dropped, and with the new ids of those that are kept. A picture of which
 * only the improved copy is dropped stays.
 */
export function without(root: Element, ids: ReadonlyMap<string, string>): Element {
  const cleaned = clean(root, ids);
  return cleaned === LOST ? { ...root, children: [] } : cleaned;
}

const LOST = Symbol("names a part that is dropped");

/** `whole` is true inside a choice of drawings (mc:AlternateContent), which goes with all of its choices. */
function clean(element: Element, ids: ReadonlyMap<string, string>, whole = false): Element | typeof LOST {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    const names = name.startsWith("r:") && value !== "";
    const id = names ? ids.get(value) : value;
    // A picture that is embedded needs no link to its file.
    if (id === undefined && name === "r:link" && ids.has(element.attributes["r:embed"] ?? "")) continue;
    if (id === undefined) return LOST;
    attributes[name] = id;
  }
  const children: (Element | string)[] = [];
  for (const node of element.children) {
    if (typeof node === "string") children.push(node);
    else if (!NEVER.has(node.name) && !isField(node)) {
      const cleaned = clean(node, ids, whole || node.name === CHOICE);
      if (cleaned !== LOST) children.push(cleaned);
      else if (whole || !WHOLE.has(node.name)) return LOST;
    }
  }
  return { ...element, attributes, children };
}

/**
 * True for a text box that shows nothing but the number of the slide or the day on which it is opened: every page gets its
 * number and the deck's own date, and would have two. What has a fill or an outline is a drawing as well, and stays.
 */
function isField(node: Element): boolean {
  const body = node.name === "p:sp" ? child(node, "p:txBody") : undefined;
  if (body === undefined || placeholderOf(node) !== undefined) return false;
  const fields = all(body, "a:fld").map(({ attributes }) => attributes["type"] ?? "");
  const words = all(body, "a:r").some((run) => all(run, "a:t").some((text) => textOf(text).trim() !== ""));
  const properties = child(node, "p:spPr");
  const drawn = properties === undefined ? [] : elements(properties).filter(({ name }) => isPaint(name));
  const style = child(node, "p:style");
  return (
    fields.length > 0 &&
    fields.every((type) => /^(slidenum|datetime)/.test(type)) &&
    !words &&
    style === undefined &&
    drawn.every((one) => child(one, "a:noFill") !== undefined || one.name === "a:noFill")
  );
}

const isPaint = (name: string): boolean => /Fill$/.test(name) || name === "a:ln" || name === "a:effectLst";

const CHOICE = "mc:AlternateContent";
