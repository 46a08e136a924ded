// docs/troubleshooting.md: what people see, why, and what to do, as foredeck explain says it.
export function troublesPage(troubles) {
  return `${[
    "# What to do when",
    "",
    "<!-- Written by npm run generate from src/diagnostics/messages/troubles.ts. -->",
    "",
    "Every message says where it is, why, and most say what to write instead. Below is what stands behind those that people",
    "meet most, and what to do where nothing is said. Each message ends with its name, such as `json/syntax`, and",
    "`foredeck explain json/syntax` prints the same. `foredeck doctor` says what is wrong on a machine or in a project.",
    "",
    ...Object.entries(troubles).flatMap(([where, all]) => [
      `## ${where}`,
      "",
      ...all.flatMap(({ sees, codes, why, mend }) => [
        `### ${sees}`,
        "",
        `${why} ${mend}${codes.length === 0 ? "" : ` (${codes.map((code) => `\`${code}\``).join(", ")})`}`,
        "",
      ]),
    ]),
  ]
    .join("\n")
    .trimEnd()}\n`;
}
