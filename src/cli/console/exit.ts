/** Exit codes of the program. */
export const EXIT = {
  /** Everything asked for was done. */
  done: 0,
  /** A bundle has errors. */
  errors: 1,
  /** Called wrongly, or something could not be read or written. */
  usage: 2,
  /** A deck stands beside one that somebody has edited, which was left as it is. */
  beside: 3,
  /** A defect of ours (EX_SOFTWARE of sysexits.h). */
  crash: 70,
  /** Told to end before all was done (128 and the number of SIGINT, as shells say it). */
  interrupted: 130,
  /** Whoever read what the command prints, which is all that it does, went away (128 and the number of SIGPIPE). */
  unread: 141,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** From what is well to what is worst; of several bundles the worst counts. */
const ORDER: readonly Exit[] = [0, 3, 141, 1, 2, 70, 130];

export const worse = (a: Exit, b: Exit): Exit => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a);
