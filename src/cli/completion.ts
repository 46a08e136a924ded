import type { Command, Option } from "commander";

export type Shell = "bash" | "zsh" | "fish";

interface Completed {
  readonly name: string;
  readonly says: string;
  readonly options: readonly Option[];
  /** Values of the first argument, where there are some to choose from. */
  readonly choices: readonly string[];
}

/** A script that completes commands, options and their values in a shell; made from the program itself, so never behind it. */
export function completionScript(program: Command, shell: Shell): string {
  const help = program.createHelp();
  const commands = help.visibleCommands(program).map(
    (command): Completed => ({
      name: command.name(),
      says: command.description(),
      options: help.visibleOptions(command),
      choices: command.registeredArguments[0]?.argChoices ?? [],
    }),
  );
  const name = program.name();
  return { bash, zsh, fish }[shell](name, commands, help.visibleOptions(program));
}

const flagsOf = (options: readonly Option[]): readonly string[] =>
  options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined));

/** Values of options that have a few, by their flags. */
const valuesOf = (options: readonly Option[]) =>
  options.flatMap((option) =>
    option.argChoices === undefined ? [] : [{ flags: flagsOf([option]), values: option.argChoices }],
  );

function bash(name: string, commands: readonly Completed[], options: readonly Option[]): string {
  const cases = commands.map(({ name, options, choices }) => {
    const values = valuesOf(options).map(
      ({ flags, values }) => `        ${flags.join("|")}) words="${values.join(" ")}"; files=no ;;\n`,
    );
    const inner = values.length === 0 ? "" : `      case $before in\n${values.join("")}      esac\n`;
    const words = [...flagsOf(options), ...choices].join(" ");
    return `    ${name})\n      words="${words}"${choices.length > 0 ? "; files=no" : ""}\n${inner}      ;;\n`;
  });
  return `# bash completion for ${name}: eval "$(${name} completion bash)"
_${name}() {
  local now=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words="" files=yes
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${[...commands.map(({ name }) => name), ...flagsOf(options)].join(" ")}"; files=no
  else
    case \${COMP_WORDS[1]} in
${cases.join("")}    esac
  fi
  local IFS=$'\\n'
  COMPREPLY=($(IFS=' '; compgen -W "$words" -- "$now"))
  if [ "$files" = yes ] && [ "\${now:0:1}" != - ]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen -f -- "$now"))
  fi
}
complete -F _${name} ${name}
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** In zsh's specifications, brackets and colons end a part. */
const zshText = (text: string): string => text.replace(/[[\]:\\]/g, "\\$&");

function zsh(name: string, commands: readonly Completed[], options: readonly Option[]): string {
  const spec = (option: Option): string => {
    const { short, long, description, argChoices, required, optional } = option;
    const takes = required || optional;
    const value = argChoices === undefined ? "_files" : `(${argChoices.join(" ")})`;
    const rest = `[${zshText(description)}]${takes ? `:value:${value}` : ""}`;
    const flags = flagsOf([option]);
    if (short !== undefined && long !== undefined)
      return `${quoted(`(${flags.join(" ")})`)}{${flags.join(",")}}${quoted(rest)}`;
    return quoted(`${flags.join("")}${rest}`);
  };
  const cases = commands.map(({ name, options, choices }) => {
    const files = choices.length > 0 ? `(${choices.join(" ")})` : "_files";
    return `    ${name})\n      _arguments ${[...options.map(spec), quoted(`*:file:${files}`)].join(" \\\n        ")} ;;\n`;
  });
  const described = commands.map(
    ({ name, says }) => `    ${quoted(`${name}:${says.replaceAll(":", "\\:")}`)}\n`,
  );
  return `#compdef ${name}
# zsh completion for ${name}: eval "$(${name} completion zsh)"
_${name}() {
  local -a commands=(
${described.join("")}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments ${options.map(spec).join(" \\\n      ")}
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("")}  esac
}
compdef _${name} ${name}
`;
}

function fish(name: string, commands: readonly Completed[], options: readonly Option[]): string {
  const said = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;
  const line = (condition: string, option: Option): string => {
    const { short, long, description, argChoices, required } = option;
    return [
      `complete -c ${name} -n ${said(condition)}`,
      ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
      ...(long === undefined ? [] : [`-l ${long.slice(2)}`]),
      ...(required ? ["-r"] : []),
      ...(argChoices === undefined ? [] : [`-f -a ${said(argChoices.join(" "))}`]),
      `-d ${said(description)}`,
    ].join(" ");
  };
  const first = "__fish_use_subcommand";
  return [
    `# fish completion for ${name}: ${name} completion fish | source`,
    ...options.map((option) => line(first, option)),
    ...commands.flatMap((command) => {
      const within = `__fish_seen_subcommand_from ${command.name}`;
      return [
        `complete -c ${name} -n ${said(first)} -f -a ${command.name} -d ${said(command.says)}`,
        ...(command.choices.length === 0
          ? []
          : [`complete -c ${name} -n ${said(within)} -f -a ${said(command.choices.join(" "))}`]),
        ...command.options.map((option) => line(within, option)),
      ];
    }),
    "",
  ].join("\n");
}
