import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { noEdition } from "../diagnostics/messages/index.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { BRIEF, type Edition } from "../model/bundle/editions.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { APPENDIX_PARTS, BODY_PARTS, type Part } from "../model/bundle/pages.ts";
import type { Figures } from "../model/figures.ts";
import { sha256 } from "../ooxml/hash.ts";

/** A bundle as one of its editions tells it. */
export interface ToldEdition {
  readonly bundle: Bundle;
  /** True where all of it is one page. */
  readonly brief: boolean;
}

/** Names of the editions of a bundle; the brief is always one. */
export const editionNames = ({ editions = [] }: Pick<Bundle, "editions">): readonly string[] => [
  ...new Set([...editions.map(({ id }) => id), BRIEF]),
];

/** The bundle in the order, selection and language of an edition; undefined where there is none of that name. */
export function editionOf(bundle: Bundle, id: string): ToldEdition | undefined {
  const edition: Edition | undefined =
    bundle.editions?.find((each) => each.id === id) ?? (id === BRIEF ? { id, detail: "brief" } : undefined);
  if (edition === undefined) return undefined;
  const { lead = [], leave = [], locale = bundle.locale, detail } = edition;
  const order = [...led(BODY_PARTS, lead, bundle.order), ...led(APPENDIX_PARTS, lead, bundle.order)];
  return {
    bundle: {
      ...bundle,
      ...(locale === undefined ? {} : { locale }),
      ...(lead.length === 0 ? {} : { order }),
      ...(leave.length === 0 ? {} : { leave: [...new Set([...(bundle.leave ?? []), ...leave])] }),
    },
    brief: detail === "brief",
  };
}

/**
 * The bundle as an edition tells it; as it is where none is asked for.
 * @throws DiagnosticsError with exit 2 for an edition that the bundle does not have.
 */
export function toldEdition(bundle: Bundle, edition: string | undefined): ToldEdition {
  if (edition === undefined) return { bundle, brief: false };
  const told = editionOf(bundle, edition);
  if (told !== undefined) return told;
  const names = editionNames(bundle);
  throw new DiagnosticsError([noEdition(edition, nearest(edition, names), names)], 2);
}

/** Parts with those that lead in front, and the others as the bundle orders them. */
function led(parts: readonly Part[], lead: readonly Part[], order: readonly Part[] = []): readonly Part[] {
  const moved = order.filter((part) => parts.includes(part));
  const next = moved.values();
  const usual = parts.map((part) => (moved.includes(part) ? (next.next().value ?? part) : part));
  return [...lead.filter((part) => parts.includes(part)), ...usual.filter((part) => !lead.includes(part))];
}

/** Characters of a digest that are printed. */
const SHOWN = 12;

/** Digest of all figures: their names, exact values and units, whatever the language writes them like. */
export const figureDigest = ({ all }: Figures): string =>
  sha256(
    Object.values(all)
      .map(({ id, exact, unit }) => `${id} ${exact} ${unit}\n`)
      .sort()
      .join(""),
  ).slice(0, SHOWN);
