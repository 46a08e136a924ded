import { type Diagnostic, placeText } from "../diagnostic.ts";
import * as messages from "../messages/check.ts";
import type { Reporter } from "./reporter.ts";
import { findingsOf, inFull } from "./reporter.ts";

/**
 * Annotations of GitHub Actions, one line each: `::error file=…,line=…,col=…,title=…::message`
 * (docs.github.com, "Workflow commands for GitHub Actions"). What a bundle silences is a notice.
 */
export const github: Reporter = (report) => {
  const silenced = report.bundles.flatMap(({ file, silenced }) =>
    silenced.map(({ code, because }) =>
      command("notice", { file, title: code }, messages.silencedRule(code, because)),
    ),
  );
  return [...findingsOf(report).map(annotation), ...silenced].map((line) => `${line}\n`).join("");
};

function annotation(diagnostic: Diagnostic): string {
  const { place, code, severity } = diagnostic;
  const at =
    place === undefined
      ? {}
      : {
          file: place.file,
          // A workbook has no lines; its cell stands in the text.
          ...(place.cell === undefined ? { line: place.line, col: place.column } : {}),
          ...(place.length === undefined || place.cell !== undefined
            ? {}
            : { endColumn: place.column + place.length }),
        };
  const cell = place?.cell === undefined ? "" : `${placeText(place)}\n`;
  return command(severity, { ...at, title: code }, `${cell}${inFull(diagnostic)}`);
}

const command = (
  name: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string =>
  `::${name} ${Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(",")}::${escapeData(message)}`;

/** Escapes as in the runner's own toolkit (actions/toolkit, packages/core, command.ts). */
const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
