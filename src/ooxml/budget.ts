import { PackageError } from "./error.ts";

/** Limits of one reading. */
export interface ReadLimits {
  /** Entries in the archive and in the archives within it. */
  readonly files: number;
  /** Bytes of all files together, unpacked. */
  readonly bytes: number;
  /** Bytes of those files that are kept in memory. */
  readonly held: number;
  /** Bytes of one XML part. */
  readonly part: number;
  /** Bytes of all XML that is parsed; a part that is parsed twice counts twice. */
  readonly xml: number;
  /** Elements and attributes of all XML that is parsed. */
  readonly nodes: number;
  /** Attributes of one element. */
  readonly attributes: number;
}

/** Six times what the gallery of 47 slides takes; what costs more is stopped after two to three seconds and 300 MB. */
export const LIMITS: ReadLimits = {
  files: 10_000,
  bytes: 256 * 1_048_576,
  held: 48 * 1_048_576,
  part: 8 * 1_048_576,
  xml: 16 * 1_048_576,
  nodes: 750_000,
  attributes: 1_000,
};

/** Counts what a reading costs. The packages within a package are read on the budget of the outer one. */
export interface Budget {
  readonly limits: ReadLimits;
  /** @throws PackageError "size" once more is spent than there was. */
  readonly spend: (on: keyof ReadLimits, amount: number) => void;
}

export function budget(limits: Partial<ReadLimits> = {}): Budget {
  const all = { ...LIMITS, ...limits };
  const spent = { files: 0, bytes: 0, held: 0, xml: 0, nodes: 0 };
  return {
    limits: all,
    spend: (on, amount) => {
      // Limits of parts and attributes hold for each part and element, not for their sum.
      const single = on === "part" || on === "attributes";
      if (!single) spent[on] += amount;
      if ((single ? amount : spent[on]) > all[on])
        throw new PackageError(
          "size",
          `more than ${all[on]} (${on})`,
          on === "files" ? { of: "entries", found: spent.files, limit: all.files } : undefined,
        );
    },
  };
}
