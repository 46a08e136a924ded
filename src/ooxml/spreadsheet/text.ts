import { all, type Element, elements, textOf } from "../xml.ts";

/** The name of an element without its prefix: programs write x:row for row. */
export const localName = ({ name }: Element): string => withoutPrefix(name);
export const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Every element below the root of that name, whatever its prefix, in document order. */
export const allNamed = (root: Element, name: string): readonly Element[] =>
  elements(root).flatMap((each) => [...(localName(each) === name ? [each] : []), ...allNamed(each, name)]);

/** CT_Rst (ECMA-376 Part 1, 18.4.8): one text, or runs of it; how it is pronounced (rPh) stands in no cell. */
export const lettersOf = (rich: Element): string =>
  decoded(
    rich.children
      .map((node) => {
        if (typeof node === "string") return "";
        const local = localName(node);
        return local === "t" ? textOf(node) : local === "rPh" ? "" : lettersIn(node);
      })
      .join(""),
  );

const lettersIn = (run: Element): string => {
  const prefix = run.name.slice(0, run.name.indexOf(":") + 1);
  return all(run, `${prefix}t`).map(textOf).join("");
};

/** ST_Xstring (22.9.2.19): a letter as _xHHHH_. */
export const decoded = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
