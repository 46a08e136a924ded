/** What the program's exit code says. */
export const EXIT = {
  /** Everything asked for was done. */
  done: 0,
  /** A bundle has errors. */
  errors: 1,
  /** Called wrongly, or something could not be read or written. */
  usage: 2,
  /** A defect of ours (EX_SOFTWARE of sysexits.h). */
  crash: 70,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
