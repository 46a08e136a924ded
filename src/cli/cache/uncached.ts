import type { AskedLook } from "../../stages.ts";
import type { BuildSettings } from "./decks.ts";

/** Settings of a build of which nothing is kept, so that nothing has to be told apart in the cache. */
export const uncachedSettings = (look: AskedLook): BuildSettings => ({
  build: "",
  look,
  charts: "native",
  lenient: false,
  strict: false,
  force: false,
});
