import type { Argument, Command, Option } from "commander";
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import { zsh } from "./zsh.ts";

export type Shell = "bash" | "zsh" | "fish";

/** Values that an option or argument accepts. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** Words by commas. */
  | { readonly kind: "list"; readonly words: readonly string[] }
  | { readonly kind: "files" | "folders" }
  /** Words as the first argument, files after it. */
  | { readonly kind: "wordsThenFiles"; readonly words: readonly string[] }
  /** A text or number that nobody can guess, or nothing at all. */
  | { readonly kind: "none" };

export interface CompletedOption {
  /** "-o" and "--output", or one of the two. */
  readonly flags: readonly string[];
  readonly says: string;
  /** Absent where it takes no value. */
  readonly values?: Values;
}

export interface CompletedCommand {
  readonly name: string;
  readonly says: string;
  readonly options: readonly CompletedOption[];
  /** Values of the command's arguments. */
  readonly values: Values;
}

/** All that a script knows. */
export interface Completed {
  readonly name: string;
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
}

/**
 * A script that completes commands, options and their values in a shell; made from the program itself, so never behind
 * it. `known`: words for options that take others too, by the name of the option ("theme").
 */
export function completionScript(
  program: Command,
  shell: Shell,
  known: Readonly<Record<string, readonly string[]>>,
): string {
  const help = program.createHelp();
  const optionsOf = (command: Command): readonly CompletedOption[] =>
    help.visibleOptions(command).map((option) => completed(option, known[option.attributeName()]));
  const completion: Completed = {
    name: program.name(),
    options: optionsOf(program),
    commands: help.visibleCommands(program).map((command) => {
      const [first, second] = command.registeredArguments;
      return {
        name: command.name(),
        says: command.description(),
        options: optionsOf(command),
        values: first === undefined ? { kind: "none" } : argumentsOf(valuesOf(first, first.name()), second),
      };
    }),
  };
  return { bash, zsh, fish }[shell](completion);
}

function completed(option: Option, known: readonly string[] | undefined): CompletedOption {
  const { short, long, flags, description, required, optional } = option;
  const taken = /[<[]([^\]>]+)/.exec(flags)?.[1] ?? "";
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    says: description,
    ...(required || optional
      ? { values: known === undefined ? valuesOf(option, taken) : { kind: "words", words: known } }
      : {}),
  };
}

const argumentsOf = (values: Values, second: Argument | undefined): Values =>
  values.kind === "words" && second !== undefined ? { ...values, kind: "wordsThenFiles" } : values;

/** By the words to choose from, else by what help calls the value: "<file>", "<folder>", "<list>". */
function valuesOf({ argChoices }: Pick<Option | Argument, "argChoices">, taken: string): Values {
  if (argChoices !== undefined) return { kind: taken === "list" ? "list" : "words", words: argChoices };
  if (taken === "folder") return { kind: "folders" };
  return { kind: /^(file|bundle)/.test(taken) ? "files" : "none" };
}

export const completionWords = (values: Values): readonly string[] => ("words" in values ? values.words : []);
