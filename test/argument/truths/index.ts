import type { Truth } from "../data.ts";
import { admissions } from "./admissions.ts";
import { claims } from "./claims.ts";
import { dairy } from "./dairy.ts";
import { gallery } from "./gallery.ts";
import { helpdesk } from "./helpdesk.ts";
import { hotels } from "./hotels.ts";
import { kalastus } from "./kalastus.ts";
import { konepaja } from "./konepaja.ts";
import { libraries } from "./libraries.ts";
import { minimal } from "./minimal.ts";
import { scales } from "./scales.ts";
import { sepsis } from "./sepsis.ts";
import { vuodot } from "./vuodot.ts";

/** Sentences whose truth is known, by the name of their bundle or sample. */
export const TRUTHS: Readonly<Record<string, readonly Truth[]>> = {
  admissions,
  claims,
  dairy,
  gallery,
  helpdesk,
  hotels,
  kalastus,
  konepaja,
  libraries,
  minimal,
  "sepsis-at-the-ward-door": sepsis,
  "stop-mechanical-scales": scales,
  "vuodot-kiinni-samana-paivana": vuodot,
};
