import { stackOf } from "../crash.ts";
import { mishap } from "../mishap.ts";
import type { Loss } from "./work.ts";

/** Why a job has no result. */
export function lossOf(cause: unknown): Loss {
  const lacks = mishap(cause);
  return lacks === undefined ? { crash: stackOf(cause) } : { lacks };
}
