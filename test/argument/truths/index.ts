import type { Truth } from "../data.ts";
import { admissions } from "./admissions.ts";
import { claims } from "./claims.ts";
import { dairy } from "./dairy.ts";
import { helpdesk } from "./helpdesk.ts";
import { hotels } from "./hotels.ts";
import { kalastus } from "./kalastus.ts";
import { konepaja } from "./konepaja.ts";
import { libraries } from "./libraries.ts";

/** Sentences whose truth is known, by the name of their bundle or sample. */
export const TRUTHS: Readonly<Record<string, readonly Truth[]>> = {
  admissions,
  claims,
  dairy,
  helpdesk,
  hotels,
  kalastus,
  konepaja,
  libraries,
};
