import type { Truth } from "../data.ts";
import { admissions } from "./admissions.ts";
import { claims } from "./claims.ts";
import { dairy } from "./dairy.ts";
import { konepaja } from "./konepaja.ts";
import { libraries } from "./libraries.ts";

/** Sentences whose truth is known, by the name of their bundle or sample. */
export const TRUTHS: Readonly<Record<string, readonly Truth[]>> = {
  libraries,
  dairy,
  claims,
  konepaja,
  admissions,
};
