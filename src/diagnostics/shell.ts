/**
 * Returns true when a file name can stand on a command line. The excluded characters have a meaning within
 * double quotes, to sh (2.2.3 of the POSIX shell) or to cmd, and npm runs scripts in either.
 */
export const isShellSafe = (name: string): boolean => !/[$`"%!\\\p{Cc}]/u.test(name);

/** A file name as one word of a command line; of a name that is safe, see above. A leading hyphen would be an option. */
export function shellWord(name: string): string {
  const word = name.startsWith("-") ? `./${name}` : name;
  return /^[\p{L}\p{M}\p{N}_./-]+$/u.test(word) ? word : `"${word}"`;
}
