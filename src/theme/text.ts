import type { Theme } from "./theme.ts";

/** A theme as people read and edit it: each colour and role on a line of its own. */
export const themeText = (theme: Theme): string =>
  `{\n${Object.entries(theme)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${valueText(value)}`)
    .join(",\n")}\n}\n`;

function valueText(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  const nested = entries.some(([, one]) => typeof one === "object") || entries.length > 6;
  return nested
    ? `{\n${entries.map(([name, one]) => `    ${JSON.stringify(name)}: ${line(one)}`).join(",\n")}\n  }`
    : line(value);
}

/** On one line, with spaces as in themes/boardroom.json. */
const line = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? `{ ${Object.entries(value)
        .map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`)
        .join(", ")} }`
    : JSON.stringify(value);
