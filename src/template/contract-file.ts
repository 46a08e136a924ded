import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { pathText } from "../base/json-path.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/contract.ts";
import { TemplateContract } from "../theme/contract.ts";

/** Reads a contract, with comments as people write them into it; `at` is where its file is named. */
export function readContract(
  bytes: Uint8Array,
  file: string,
  at: At,
): { readonly contract: TemplateContract } | { readonly problems: readonly Diagnostic[] } {
  const errors: ParseError[] = [];
  const json: unknown = parse(new TextDecoder().decode(bytes), errors, { allowTrailingComma: true });
  const [wrong] = errors;
  if (wrong !== undefined)
    return { problems: [messages.contractNotJson(at, file, printParseErrorCode(wrong.error), wrong.offset)] };
  const parsed = TemplateContract.safeParse(json);
  if (parsed.success) return { contract: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const place = pathText(path.map((step) => (typeof step === "symbol" ? String(step) : step)));
    return messages.contractInvalid(at, file, place, message);
  });
  return { problems };
}
