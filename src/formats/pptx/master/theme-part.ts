import { NS } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { SCHEME_SLOTS, type Theme } from "../../../theme/theme.ts";

/** A theme part: the one place of a deck where colours are hex and fonts have names (ECMA-376 Part 1, 20.1.6.9). */
export const themePart = (theme: Theme): Element =>
  el(
    "a:theme",
    { "xmlns:a": NS.a, name: theme.name },
    el(
      "a:themeElements",
      {},
      el(
        "a:clrScheme",
        { name: theme.name },
        SCHEME_SLOTS.map((slot) => el(`a:${slot}`, {}, el("a:srgbClr", { val: theme.scheme[slot] }))),
      ),
      el(
        "a:fontScheme",
        { name: theme.name },
        fonts("a:majorFont", theme.fonts.heading, theme),
        fonts("a:minorFont", theme.fonts.body, theme),
      ),
      formats(theme.name),
    ),
    el("a:objectDefaults"),
    el("a:extraClrSchemeLst"),
  );

/** Fonts of other scripts stand once for all and once by script, which is where PowerPoint looks first. */
const fonts = (name: string, latin: string, { fonts: { eastAsian, complex } }: Theme): Element =>
  el(
    name,
    {},
    el("a:latin", { typeface: latin }),
    el("a:ea", { typeface: eastAsian }),
    el("a:cs", { typeface: complex }),
    el("a:font", { script: "Jpan", typeface: eastAsian }),
    ["Arab", "Hebr"].map((script) => el("a:font", { script, typeface: complex })),
  );

/** Flat throughout: three plain fills, three hairlines, no effects. The schema wants three of each (20.1.4.1.14). */
function formats(name: string): Element {
  const fill = (): Element => el("a:solidFill", {}, el("a:schemeClr", { val: "phClr" }));
  const line = (w: number): Element =>
    el(
      "a:ln",
      { w, cap: "flat", cmpd: "sng", algn: "ctr" },
      fill(),
      el("a:prstDash", { val: "solid" }),
      el("a:miter", { lim: 800_000 }),
    );
  const effect = (): Element => el("a:effectStyle", {}, el("a:effectLst"));
  return el(
    "a:fmtScheme",
    { name },
    el("a:fillStyleLst", {}, fill(), fill(), fill()),
    el("a:lnStyleLst", {}, line(6_350), line(12_700), line(19_050)),
    el("a:effectStyleLst", {}, effect(), effect(), effect()),
    el("a:bgFillStyleLst", {}, fill(), fill(), fill()),
  );
}
