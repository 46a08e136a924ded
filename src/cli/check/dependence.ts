import { pathText } from "../../base/json-path.ts";
import { placeText } from "../../diagnostics/diagnostic.ts";
import { DEPENDENCE, dependenceCounts, onlyRead, valuesOf } from "../../diagnostics/messages/check.ts";
import { printable } from "../../diagnostics/terminal.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { SourceMap } from "../../read/index.ts";
import type { Dependence, GuardedFigure } from "../../rules/claims/dependence.ts";
import type { ListedClaim } from "../../rules/claims/list.ts";
import { tableText } from "../console/table.ts";

/** True for numbers that no test looks at. */
const free = ({ tests }: GuardedFigure): boolean => tests.written + tests.read === 0;

/** Claims that no figure guards and figures that no claim depends on, as text for a terminal. */
export function dependenceText(file: string, { claims, figures }: Dependence, places: SourceMap): string {
  const unguarded = claims.filter(({ guard }) => guard === "none");
  const unused = figures.filter(free);
  const read = claims.filter(({ guard }) => guard === "read").length;
  const counts = {
    claims: claims.length,
    unguarded: unguarded.length,
    figures: figures.length,
    unused: unused.length,
  };
  const blocks = [
    `${dependenceCounts(printable(file), counts)}\n`,
    ...(unguarded.length === 0
      ? []
      : [`${DEPENDENCE.claims}\n${claimLines(unguarded, places).join("\n")}\n`]),
    ...(unused.length === 0
      ? []
      : [`${DEPENDENCE.figures}\n${tableText(DEPENDENCE.headings, unused.map(row))}`]),
    ...(read === 0 ? [] : [`${onlyRead(printable(file), read)}\n`]),
  ];
  return blocks.join("\n");
}

/** Each sentence with its place, then the words of it that claim something. */
const claimLines = (claims: readonly ListedClaim[], places: SourceMap): readonly string[] =>
  claims.flatMap(({ path, sentence, words = "" }, n) => {
    const before = claims[n - 1];
    const same = before?.sentence === sentence && pathText(before.path) === pathText(path);
    return [
      ...(same ? [] : [`  ${placeText(places.value(path))}  ${pathText(path)}`, `    ${sentence}`]),
      `      ${JSON.stringify(words)}`,
    ].map(printable);
  });

const row = ({ name, text, values, said, shownBy }: GuardedFigure): readonly string[] =>
  [name, text ?? valuesOf(values), said.length === 0 ? "" : String(said.length), shownBy.join(", ")].map(
    printable,
  );

/** The same for programs: every claim and every figure. */
export const dependenceAsJson = ({ claims, figures }: Dependence, places: SourceMap): object => ({
  claims: claims.map(({ path, ...claim }) => ({ ...placed(path, places), ...claim })),
  figures: figures.map(({ path, said, ...figure }) => ({
    ...placed(path, places),
    ...figure,
    said: said.map(pathText),
  })),
});

function placed(path: JsonPath, places: SourceMap): object {
  const { line, column, cell } = places.value(path);
  return { path: pathText(path), line, column, ...(cell === undefined ? {} : { cell }) };
}
