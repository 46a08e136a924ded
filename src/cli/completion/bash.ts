import { type Completed, type CompletedOption, completionWords, type Values } from "./completion.ts";

export function bash({ name, commands, options }: Completed): string {
  const cases = commands.map((command) => {
    const words = [...flagsOf(command.options), ...completionWords(command.values)];
    const inner = command.options.map((option) =>
      option.values === undefined
        ? ""
        : `      ${option.flags.join("|")}) words="${completionWords(option.values).join(" ")}"; values=${kindOf(option.values)} ;;\n`,
    );
    const special = inner.join("");
    return `    ${command.name})
      words="${words.join(" ")}"; values=${kindOf(command.values)}
${special === "" ? "" : `      case $before in\n${special}      esac\n`}      ;;
`;
  });
  return `# bash completion for ${name}: eval "$(${name} completion bash)"
_${name}() {
  local now=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words="" values=none start=""
  # "--format=p" comes as three words.
  if [ "$now" = "=" ]; then now=""; elif [ "$before" = "=" ]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${[...commands.map((command) => command.name), ...flagsOf(options)].join(" ")}"
  else
    case \${COMP_WORDS[1]} in
${cases.join("")}    esac
  fi
  if [ "$values" = list ]; then
    case $now in *,*) start=\${now%,*},; now=\${now##*,} ;; esac
  fi
  local IFS=$'\\n'
  COMPREPLY=($(IFS=' '; compgen -P "$start" -W "$words" -- "$now"))
  case $now in -*) return ;; esac
  case $values in
    files) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$now")) ;;
    folders) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$now")) ;;
  esac
}
complete -F _${name} ${name}
`;
}

const flagsOf = (options: readonly CompletedOption[]): readonly string[] =>
  options.flatMap(({ flags }) => flags);

/** Words stand in a variable of their own. */
const kindOf = ({ kind }: Values): string =>
  kind === "words" ? "none" : kind === "wordsThenFiles" ? "files" : kind;
