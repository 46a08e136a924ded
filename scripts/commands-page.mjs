// docs/commands.md: what --help says of each command.

/** Names of the commands, as the program's own help lists them. */
export const commandsIn = (help) =>
  [...(/^Commands:\n([\s\S]*?)\n\n/m.exec(help)?.[1] ?? "").matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== "help");

/** The page; `helps` has the help of each command by its name, that of the program under "". */
export function commandsPage(helps) {
  return `${[
    "# The command line",
    "",
    "<!-- Written by npm run generate from the texts of --help in src/diagnostics/messages/help.ts. -->",
    "",
    "What `--help` says of each command. `foredeck completion bash` (or `zsh`, `fish`) makes the shell complete commands,",
    "options and files.",
    "",
    ...Object.entries(helps).flatMap(([name, help]) => [
      `## foredeck${name === "" ? "" : ` ${name}`}`,
      "",
      "```text",
      help.trimEnd(),
      "```",
      "",
    ]),
  ]
    .join("\n")
    .trimEnd()}\n`;
}
