import type { Completed, CompletedOption, Values } from "./completion.ts";

export function fish({ name, commands, options }: Completed): string {
  const complete = `complete -c ${name} -n`;
  const line = (condition: string, { flags, says, values }: CompletedOption): string =>
    [
      `${complete} ${said(condition)}`,
      ...flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
      ...(values === undefined ? [] : [taking(values)]),
      `-d ${said(says)}`,
    ].join(" ");
  const first = "__fish_use_subcommand";
  return [
    `# fish completion for ${name}: ${name} completion fish | source`,
    ...options.map((option) => line(first, option)),
    ...commands.flatMap((command) => {
      const within = `__fish_seen_subcommand_from ${command.name}`;
      return [
        `${complete} ${said(first)} -f -a ${command.name} -d ${said(command.says)}`,
        // Files are what fish offers by itself.
        ...(command.values.kind === "files"
          ? []
          : [`${complete} ${said(within)} ${taking(command.values).replace(/^-x/, "-f")}`]),
        ...command.options.map((option) => line(within, option)),
      ];
    }),
    "",
  ].join("\n");
}

/** -x: there is a value, and it is no file; -F: files, also where the command itself takes none. */
function taking(values: Values): string {
  switch (values.kind) {
    case "words":
      return `-x -a ${said(values.words.join(" "))}`;
    case "list":
      return `-x -a ${said(`(__fish_complete_list , "string split , ${values.words.join(",")}")`)}`;
    case "wordsThenFiles":
      return `-a ${said(values.words.join(" "))}`;
    case "files":
      return "-r -F";
    case "folders":
      return `-x -a ${said("(__fish_complete_directories)")}`;
    case "none":
      return "-x";
  }
}

const said = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;
