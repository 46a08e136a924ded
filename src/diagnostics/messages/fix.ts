import type { Place } from "../diagnostic.ts";
import { quoted } from "../make.ts";
import { printable } from "../terminal.ts";

/** Lines about what `foredeck check --fix` changed. */

const at = (place: Place, what: string): string =>
  printable(`fixed  ${place.file}:${place.line}:${place.column}  ${what}`);

export const fixedSchema = (place: Place, schema: string): string =>
  at(place, `added "$schema": ${quoted(schema, 200)}`);

export const fixedDate = (place: Place, from: string, to: string): string =>
  at(place, `changed ${quoted(from)} to ${quoted(to)}`);

export const fixedName = (place: Place, from: string, to: string): string =>
  at(place, `removed the spaces around ${quoted(to)} (was ${quoted(from)})`);

export const fixedOrder = (place: Place, chart: string): string =>
  at(place, `sorted the chart ${quoted(chart)}: added "order": "size"`);

export const fixedNothing = (file: string): string =>
  printable(`${file} has nothing that can be fixed automatically.`);
