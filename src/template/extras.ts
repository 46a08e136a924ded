import { RELATION } from "../ooxml/namespaces.ts";
import { all } from "../ooxml/xml.ts";
import type { TemplatePackage } from "./package.ts";
import { isThinkCell } from "./shapes.ts";

/** Content of a template beside its masters, layouts and themes. */
export interface Extras {
  /** Sample slides, which no deck keeps. */
  readonly slides: number;
  readonly macros: boolean;
  /** Parts of masters and layouts on which think-cell keeps its objects. */
  readonly thinkCell: boolean;
  readonly comments: boolean;
  /** Tags of add-ins. */
  readonly tags: boolean;
  /** Names of sensitivity labels, which decks keep. */
  readonly labels: readonly string[];
  /** Bytes of the pictures of masters, layouts and themes, which decks keep. */
  readonly pictures: number;
}

const LABEL = /^MSIP_Label_([0-9A-Fa-f-]+)_(\w+)$/;

export function extrasOf(pack: TemplatePackage): Extras {
  const { names } = pack;
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const made = thinkCell(pack);
  const slides = names.filter((name) => /^\/ppt\/slides\/[^/]+\.xml$/i.test(name)).length;
  return {
    slides,
    macros: has(/\/vbaProject\.bin$/i),
    thinkCell: made,
    comments: has(/^\/ppt\/(comments|threadedComments)\//i) || has(/^\/ppt\/commentAuthors\.xml$/i),
    tags: has(/^\/ppt\/tags\//i) && !made,
    labels: labelsOf(pack),
    pictures: [...picturesOf(pack)].reduce((sum, part) => sum + pack.size(part), 0),
  };
}

/** The pictures of all masters, layouts and themes, each once. */
const picturesOf = (pack: TemplatePackage): ReadonlySet<string> =>
  new Set(
    pack.names
      .filter((name) => /^\/ppt\/(slideMasters|slideLayouts|theme)\/[^/]+\.xml$/i.test(name))
      .flatMap((name) => pack.relations(name))
      .filter(({ type }) => type === RELATION.image)
      .map(({ target }) => target),
  );

/** think-cell marks what it made by tags, and keeps its data in an OLE object of its own. */
function thinkCell(pack: TemplatePackage): boolean {
  return pack.names.some((name) => {
    if (/^\/ppt\/tags\/[^/]+\.xml$/i.test(name)) {
      const root = pack.xml(name);
      return (
        root !== undefined &&
        all(root, "p:tag").some(({ attributes }) => /^think-?cell/i.test(attributes["name"] ?? ""))
      );
    }
    if (!/^\/ppt\/slide(Master|Layout)s\/[^/]+\.xml$/i.test(name)) return false;
    const root = pack.xml(name);
    return root !== undefined && isThinkCell(root);
  });
}

function labelsOf(pack: TemplatePackage): readonly string[] {
  const custom = pack.xml("/docProps/custom.xml");
  const found = new Map<string, string>();
  for (const property of custom ? all(custom, "property") : []) {
    const [, id = "", field] = LABEL.exec(property.attributes["name"] ?? "") ?? [];
    if (id === "") continue;
    const value = property.children
      .map((node) =>
        typeof node === "string" ? node : node.children.filter((one) => typeof one === "string").join(""),
      )
      .join("");
    if (field === "Name") found.set(id, value);
    else if (!found.has(id)) found.set(id, "");
  }
  const info = pack.names.find((name) => /^\/docMetadata\/LabelInfo\.xml$/i.test(name));
  if (info !== undefined && found.size === 0) found.set("", "");
  return [...found.values()];
}
