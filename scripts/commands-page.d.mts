/** Names of the commands in the help of the program. */
export function commandsIn(help: string): readonly string[];
/** docs/commands.md, from the help of each command by its name, that of the program under "". */
export function commandsPage(helps: Readonly<Record<string, string>>): string;
