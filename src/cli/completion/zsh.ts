import type { Completed, CompletedOption, Values } from "./completion.ts";

export function zsh({ name, commands, options }: Completed): string {
  const cases = commands.map((command) => {
    const { values: taken } = command;
    const values =
      taken.kind === "none"
        ? []
        : taken.kind === "wordsThenFiles"
          ? [quoted(`1:value:(${taken.words.join(" ")})`), quoted("*:file:_files")]
          : [quoted(`*:value:${action(taken)}`)];
    return `    ${command.name})\n      _arguments ${[...command.options.map(spec), ...values].join(" \\\n        ")} ;;\n`;
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

function spec({ flags, says, values }: CompletedOption): string {
  // Brackets and colons end a part of a specification.
  const rest = `[${says.replace(/[[\]:\\]/g, "\\$&")}]${values === undefined ? "" : `:value:${action(values)}`}`;
  if (flags.length > 1) return `${quoted(`(${flags.join(" ")})`)}{${flags.join(",")}}${quoted(rest)}`;
  return quoted(`${flags.join("")}${rest}`);
}

/** Returns the _arguments action that completes a value. */
function action(values: Values): string {
  switch (values.kind) {
    case "words":
      return `(${values.words.join(" ")})`;
    case "list":
      return `_values -s , value ${values.words.join(" ")}`;
    case "files":
    case "wordsThenFiles":
      return "_files";
    case "folders":
      return "_files -/";
    case "none":
      return " ";
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
