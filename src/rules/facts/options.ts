import type { Option } from "../../model/bundle/index.ts";

/** Doing nothing: an option that costs nothing and is not asked for, or one that is called so by its id. */
export const isNothing = (option: Option): boolean =>
  (option.recommended !== true && option.cost === 0) ||
  /^(do-?)?(nothing|none)$|^(status-?quo|as-?is|no-?change)$/i.test(option.id);

const FIELDS = ["cost", "benefit", "time", "risk"] as const;

/** The criteria that an option answers: its fields and those of its own. */
export const criteria = (option: Option): readonly string[] => [
  ...FIELDS.filter((field) => option[field] !== undefined),
  ...Object.keys(option.criteria ?? {}),
];
