/** An XML element in memory. Names carry the prefixes that the part's root declares: "a:rPr". */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

type Child = Element | string | null | undefined | false | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Builds an element; undefined attributes and empty children are left out, booleans become 1 and 0 (xsd:boolean). */
export function el(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) given[key] = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  }
  return { name, attributes: given, children: flatten(children) };
}

function flatten(children: readonly Child[]): (Element | string)[] {
  const out: (Element | string)[] = [];
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === "") continue;
    if (Array.isArray(child)) out.push(...flatten(child));
    else out.push(child as Element | string);
  }
  return out;
}
