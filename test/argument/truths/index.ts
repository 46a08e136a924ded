import type { Truth } from "../data.ts";
import { libraries } from "./libraries.ts";

/** Sentences whose truth is known, by the name of their bundle or sample. */
export const TRUTHS: Readonly<Record<string, readonly Truth[]>> = { libraries };
