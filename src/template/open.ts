import { type Emu, emu } from "../base/units.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/template.ts";
import type { Relationship } from "../ooxml/package.ts";
import { child, descendant, type Element, elements } from "../ooxml/xml.ts";
import type { SchemeColours } from "../theme/tints.ts";
import type { Palette } from "./colour.ts";
import { type Extras, extrasOf } from "./extras.ts";
import { MOST_PICTURES, openPackage, type TemplatePackage, themeUnder } from "./package.ts";
import { type Holder, holdersOf, type MasterText, placeholderShapes } from "./placeholders.ts";
import { inches } from "./text-box.ts";
import { type ColourMap, mapOf, paletteOf, schemeOf, type ThemePart, themeOf } from "./theme-part.ts";

/** A company's template as it was read: what is drawn on its slides, and where their texts go. */
export interface Template {
  readonly file: string;
  readonly digest: string;
  readonly size: { readonly width: Emu; readonly height: Emu };
  /** In the order of the presentation. */
  readonly masters: readonly Master[];
  /** Whatever a deck does not keep, and what is kept beyond layouts. */
  readonly extras: Extras;
  readonly package: TemplatePackage;
}

/** A master or a layout: a tree of shapes with the colours that it is drawn in. */
export interface Drawn {
  readonly part: string;
  readonly root: Element;
  readonly theme: ThemePart;
  readonly map: ColourMap;
  readonly scheme: SchemeColours;
  readonly palette: Palette;
  /** Parts by the ids of relationships. */
  readonly target: (id: string | undefined) => string | undefined;
  /** Parts by the ids of the theme's relationships: pictures of its fill styles. */
  readonly themeTarget: (id: string | undefined) => string | undefined;
  readonly holders: readonly Holder[];
}

export interface Master extends Drawn {
  readonly name: string;
  readonly text: MasterText;
  readonly layouts: readonly Layout[];
}

export interface Layout extends Drawn {
  readonly name: string;
  /** Type that its author gave it: "titleOnly"; undefined where there is none. */
  readonly type?: string;
  /** False where shapes of the master are not drawn on it. */
  readonly masterShapes: boolean;
  /** True where it says so itself: PowerPoint does not offer it. */
  readonly hidden: boolean;
}

/**
 * Reads a template from the bytes of a .pptx, .potx, .pptm, .potm, .ppsx or .ppsm.
 * @throws DiagnosticsError with the reason for which it cannot be used
 */
export async function openTemplate(bytes: Uint8Array, file: string): Promise<Template> {
  const pack = await openPackage(bytes, file);
  const presentation = pack.xml(pack.main);
  const ids = presentation && child(presentation, "p:sldMasterIdLst");
  const relations = byId(pack.relations(pack.main));
  const parts = ids ? elements(ids).flatMap((one) => relations(one.attributes["r:id"]) ?? []) : [];
  const defaults = presentation && child(presentation, "p:defaultTextStyle");
  const masters = parts.flatMap((part) => masterOf(pack, part, defaults) ?? []);
  const size = sizeOf(presentation);
  const [wide, high] = [inches(size.width), inches(size.height)];
  const refusal =
    masters.length === 0
      ? messages.templateWithoutMaster(file)
      : masters.every(({ layouts }) => layouts.length === 0)
        ? messages.templateWithoutLayouts(file)
        : wide * high < LEAST
          ? messages.templateTooSmall(file, wide, high, LEAST)
          : undefined;
  if (refusal !== undefined) throw new DiagnosticsError([refusal], 2);
  const extras = extrasOf(pack);
  if (extras.pictures > MOST_PICTURES)
    throw new DiagnosticsError([messages.templateHeavyPictures(file, extras.pictures, MOST_PICTURES)], 2);
  return {
    file,
    digest: pack.digest,
    size,
    masters: masters.filter(({ layouts }) => layouts.length > 0),
    extras,
    package: pack,
  };
}

/** Square inches that a slide has at least: on smaller ones a few lines of text that can be read are too many. */
const LEAST = 20;

function sizeOf(presentation: Element | undefined): Template["size"] {
  const size = presentation && child(presentation, "p:sldSz");
  const [width, height] = ["cx", "cy"].map((name) => Number(size?.attributes[name]));
  // ECMA-376 Part 1, 19.7.23: from 1 to 56 inches.
  const sane = (value: number | undefined): value is number =>
    value !== undefined && value >= 914_400 && value <= 51_206_400;
  return sane(width) && sane(height)
    ? { width: emu(width), height: emu(height) }
    : { width: emu(12_192_000), height: emu(6_858_000) };
}

const byId = (list: readonly Relationship[]): ((id: string | undefined) => string | undefined) => {
  const targets = new Map(list.map(({ id, target }) => [id, target]));
  return (id) => targets.get(id ?? "");
};

function masterOf(pack: TemplatePackage, part: string, defaults: Element | undefined): Master | undefined {
  const root = pack.xml(part);
  if (root === undefined) return undefined;
  const relations = pack.relations(part);
  const themePart = themeUnder(pack, part);
  const themeRoot = themePart === undefined ? undefined : pack.xml(themePart);
  const theme = themeOf(themeRoot);
  const map = mapOf(child(root, "p:clrMap"));
  const styles = child(root, "p:txStyles");
  const palette = paletteOf(theme, map);
  const text: MasterText = {
    theme,
    palette,
    ...(styles === undefined ? {} : { styles }),
    ...(defaults === undefined ? {} : { defaults }),
  };
  const target = byId(relations);
  const ids = child(root, "p:sldLayoutIdLst");
  const listed = ids ? elements(ids).flatMap((one) => target(one.attributes["r:id"]) ?? []) : [];
  const master: Drawn = {
    part,
    root,
    theme,
    map,
    scheme: schemeOf(theme, map),
    palette,
    target,
    themeTarget: byId(themePart === undefined ? [] : pack.relations(themePart)),
    holders: holdersOf(root, [], text),
  };
  const above = placeholderShapes(root);
  const layouts = listed.flatMap((layout) => layoutOf(pack, layout, master, above, text) ?? []);
  return { ...master, name: themeRoot?.attributes["name"] ?? "", text, layouts };
}

function layoutOf(
  pack: TemplatePackage,
  part: string,
  master: Drawn,
  above: readonly Element[],
  text: MasterText,
): Layout | undefined {
  const root = pack.xml(part);
  if (root === undefined) return undefined;
  const override = descendant(root, "p:clrMapOvr", "a:overrideClrMapping");
  const map = override === undefined ? master.map : mapOf(override);
  const palette = override === undefined ? master.palette : paletteOf(master.theme, map);
  const { type, showMasterSp, hidden } = root.attributes;
  return {
    part,
    root,
    theme: master.theme,
    map,
    scheme: override === undefined ? master.scheme : schemeOf(master.theme, map),
    palette,
    target: byId(pack.relations(part)),
    themeTarget: master.themeTarget,
    holders: holdersOf(root, above, { ...text, palette }),
    name: (child(root, "p:cSld")?.attributes["name"] ?? "").replaceAll(/\s+/g, " ").trim(),
    ...(type === undefined ? {} : { type }),
    masterShapes: !["0", "false"].includes(showMasterSp ?? "1"),
    hidden: ["1", "true"].includes(hidden ?? "0"),
  };
}
