import { ARGUMENT } from "./cases/argument.ts";
import { CALLS } from "./cases/calls.ts";
import type { BadCase } from "./cases/case.ts";
import { FIELDS } from "./cases/fields.ts";
import { FILES } from "./cases/files.ts";
import { TEXT } from "./cases/text.ts";

export const BAD: readonly BadCase[] = [...TEXT, ...FIELDS, ...FILES, ...CALLS, ...ARGUMENT];
