import { basename, extname } from "node:path";
import { isPaged } from "../../formats/names.ts";
import type { Host } from "../../host/host.ts";
import type { BuildSettings, DeckFacts } from "../cache/decks.ts";
import type { Store } from "../cache/store.ts";
import type { Output } from "../output/place-output.ts";
import type { OutputTarget } from "../output/targets.ts";
import type { Beside } from "../versions/beside.ts";

/** Outputs to build for one bundle, with everything needed to build them. */
export interface BuildRequest {
  /** The bundle, as the user would name it, its bytes, and the folder that it reads from. */
  readonly source: { readonly file: string; readonly bytes: Uint8Array; readonly root: string };
  readonly targets: readonly OutputTarget[];
  readonly recipe: BuildSettings;
  readonly host: Host;
  /** Undefined where decks are neither taken from the cache nor put there. */
  readonly store: Store | undefined;
  readonly cwd: string;
  /** Files beside the bundle; there are none beside standard input. */
  readonly beside: Beside;
  /** By the clock of `performance`. */
  readonly began: number;
}

/** Outputs that only have to be put where they belong. */
export interface BuildOutputs {
  readonly about: DeckFacts;
  /** CSV files and pictures, as the bundle names them. */
  readonly read: readonly string[];
  readonly outputs: readonly Output[];
  /** ms that getting each output took; the first bears what all share. */
  readonly took: readonly number[];
}

/** Name of an output without folder and extension, where it is part of what the output holds. */
export const outputStem = ({ format, path }: OutputTarget): string =>
  isPaged(format) ? basename(path, extname(path)) : "";
