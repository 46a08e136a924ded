/**
 * How many of `all` trials are made: a few in `npm test`, all of them in `npm run test:long`, which runs each file that
 * imports this. What chance finds in a few runs it finds often enough, day after day; a release is tried with all.
 */
export const trials = (all: number, few = Math.ceil(all / 5)): number =>
  process.env["FOREDECK_TRIALS"] === "all" ? all : few;
