import { dirname, resolve } from "node:path";
import { placeText } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { printable } from "../../diagnostics/terminal.ts";
import { figuresAsJson } from "../../formats/json/index.ts";
import { createNodeHost } from "../../host/node.ts";
import { dependence } from "../../rules/claims/dependence.ts";
import { compilePlacedFigures, compileSaid } from "../../said.ts";
import { dependenceAsJson, dependenceText } from "../check/dependence.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { tableText } from "../console/table.ts";
import { readInput } from "../inputs/find.ts";

export interface FiguresOptions {
  readonly json?: boolean;
  readonly guard?: boolean;
}

/** `foredeck figures`: what {{…}} can name, and what it prints; or which claims depend on what. */
export async function figures(file: string, options: FiguresOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const bytes = await readInput(host, file, io.cwd);
  const source = { bytes, file, root: dirname(resolve(io.cwd, file)) };
  if (options.guard === true) {
    const { bundle, resolved, sourceMap, figures } = await compileSaid(source, host);
    const found = dependence({ written: bundle, bundle: resolved, figures });
    await io.out.write(
      options.json === true
        ? `${JSON.stringify(dependenceAsJson(found, sourceMap), undefined, 2)}\n`
        : dependenceText(file, found, sourceMap),
    );
    return EXIT.done;
  }
  const { figures: found, sourceMap } = await compilePlacedFigures(source, host);
  const all = Object.values(found.all);
  if (options.json === true) {
    const placed = Object.entries(figuresAsJson(all)).map(([id, figure]) => [
      id,
      { ...figure, place: placeText(sourceMap.value(figure.from)) },
    ]);
    await io.out.write(`${JSON.stringify(Object.fromEntries(placed), undefined, 2)}\n`);
    return EXIT.done;
  }
  const rows = all.map((figure) => [figure.id, figure.text, figure.formula ?? ""].map(printable));
  await io.out.write(tableText(messages.FIGURE_HEADINGS, rows));
  return EXIT.done;
}
