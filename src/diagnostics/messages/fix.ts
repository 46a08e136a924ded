import type { Place } from "../diagnostic.ts";
import { quoted } from "../make.ts";
import { printable } from "../terminal.ts";

/** What `foredeck check --fix` has mended, one line each. */

const at = (place: Place, what: string): string =>
  printable(`fixed  ${place.file}:${place.line}:${place.column}  ${what}`);

export const fixedSchema = (place: Place, schema: string): string =>
  at(place, `added "$schema": ${quoted(schema, 200)}`);

export const fixedDate = (place: Place, from: string, to: string): string =>
  at(place, `${quoted(from)} is written ${quoted(to)}`);

export const fixedName = (place: Place, from: string, to: string): string =>
  at(place, `spaces around ${quoted(to)} are gone, where there was ${quoted(from)}`);

export const fixedOrder = (place: Place, chart: string): string =>
  at(place, `the chart ${quoted(chart)} is sorted: added "order": "size"`);

export const fixedNothing = (file: string): string =>
  printable(`There is nothing in ${file} that can be mended without judgement.`);
