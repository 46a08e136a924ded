import { valueAt } from "../../base/json-path.ts";
import type { Bundle, Part } from "../../model/bundle/index.ts";
import { PARTS } from "../../model/bundle/pages.ts";
import type { Change } from "../../model/changes.ts";

/** Fields of a stakeholder that are the author's own, unless the deck shows them. */
const VIEWS = new Set(["stance", "influence", "concern", "show", "email"]);
/** Parts of the bundle whose pages a deck may leave out, by the name of their part in the deck. */
const PART_OF: Readonly<Record<string, Part>> = { quotes: "voices", stakeholders: "people" };

/**
 * True for what readers never see: views of people, quotes that may not be shown, and what stands on pages that the deck
 * leaves out. Of what is gone, the earlier bundle says so.
 */
export function isUnseen(
  change: Pick<Change, "path" | "pathBefore" | "way" | "kind">,
  before: Bundle,
  now: Bundle,
): boolean {
  const { path, pathBefore } = change;
  const [part = "", n, field] = path;
  if (part === "order" || part === "leave") return true;
  if (part === "stakeholders" && field !== undefined && VIEWS.has(String(field)))
    return !viewsShown(now, Number(n), field);
  if (part === "quotes") {
    const places: readonly (readonly [Bundle, Change["path"] | undefined])[] = [
      [now, n === undefined ? undefined : path],
      [before, pathBefore],
    ];
    // Consent counts in both versions: what may not be shown now, or was not shown then, is not told of.
    if (
      field === "permission" ||
      field === "tone" ||
      places.some(([bundle, at]) => at !== undefined && !permitted(bundle, at))
    )
      return true;
  }
  const name = PART_OF[String(part)] ?? PARTS.find((each) => each === part);
  if (
    name === undefined ||
    !["objections", "glossary", "wins", "risks", "plan", "voices", "people"].includes(name)
  )
    return false;
  const bundle = change.way === "removed" && pathBefore !== undefined ? before : now;
  return bundle.leave?.includes(name) === true || now.leave?.includes(name) === true;
}

function viewsShown(bundle: Bundle, n: number, field: string | number | undefined): boolean {
  if (field === "show" || field === "email") return false;
  return bundle.show === "stances" || (field === "concern" && bundle.stakeholders?.[n]?.show === "concern");
}

function permitted(bundle: Bundle, [, n]: Change["path"]): boolean {
  const permission = valueAt(bundle, ["quotes", n ?? 0, "permission"]);
  return permission !== undefined && permission !== "none";
}
