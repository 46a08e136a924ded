import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { prettyReport } from "./pretty.ts";
import type { Reporter } from "./reporter.ts";
import { sarif } from "./sarif.ts";

/** Every form of a report by its name on the command line. To add one: a file, and a line here. */
export const REPORTERS = { pretty: prettyReport, json, sarif, github, junit } as const satisfies Readonly<
  Record<string, Reporter>
>;
export type ReporterName = keyof typeof REPORTERS;
