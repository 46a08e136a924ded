import type * as template from "../src/diagnostics/messages/template.ts";
import type { JsonSchema } from "./reference.mjs";

export const CONTRACT: { readonly title: string; readonly description: string };
export function templatesPage(schema: JsonSchema, messages: typeof template): string;
