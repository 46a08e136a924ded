import { below, type SvgNode, SvgRefused } from "./tree.ts";

/** Masks within masks, patterns within patterns: each level may double the work, and no drawing program writes so many. */
const MOST_LEVELS = 8;

/** @throws SvgRefused where parts that url(#…) names name further parts, and so on, for too many levels */
export function checkChains(svg: SvgNode): void {
  const nodes = [...below(svg)];
  const named = new Map(
    nodes.flatMap((node) => (node.attributes["id"] ? [[node.attributes["id"], node]] : [])),
  );
  const rules = nodes.flatMap(({ name, text }) => (name === "style" ? rulesIn(text) : []));
  const known = new Map<SvgNode, number>();
  const open = new Set<SvgNode>();
  /** Levels of references below an element; one that comes back to itself counts once. */
  const levels = (node: SvgNode): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    if (open.has(node)) return 0;
    open.add(node);
    let deepest = Math.max(0, ...node.children.map(levels));
    for (const id of idsOf(node, rules)) {
      const target = named.get(id);
      if (target !== undefined) deepest = Math.max(deepest, 1 + levels(target));
      if (deepest > MOST_LEVELS) throw new SvgRefused("slow", { line: node.line });
    }
    open.delete(node);
    known.set(node, deepest);
    return deepest;
  };
  levels(svg);
}

interface Rule {
  readonly tokens: ReadonlySet<string>;
  readonly ids: readonly string[];
}

/** Rules of a style sheet that name parts, with every name in their selectors: more than match, never fewer. */
const rulesIn = (css: string): readonly Rule[] =>
  [...css.matchAll(/([^{}]*)\{([^}]*)\}/g)].flatMap(([, selector = "", body = ""]) => {
    const ids = idsIn(body);
    return ids.length === 0 ? [] : [{ tokens: new Set(selector.match(/[\w-]+|[*[]/g) ?? []), ids }];
  });

const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/url\(\s*["']?\s*#([^"')]*)/gi)].map(([, id = ""]) => id.trim());

function idsOf({ name, attributes }: SvgNode, rules: readonly Rule[]): readonly string[] {
  const own = Object.values(attributes).flatMap((value) => (value.includes("#") ? idsIn(value) : []));
  if (rules.length === 0) return own;
  const names = [name, "*", "[", attributes["id"] ?? "", ...(attributes["class"] ?? "").split(/\s+/)];
  return [...own, ...rules.flatMap(({ tokens, ids }) => (names.some((one) => tokens.has(one)) ? ids : []))];
}
