/**
 * Every sentence that a user may read about their input, one function a message, by area. Tests compare with the
 * function, so wording lives here alone. To add an area: a file in messages/ and a line here.
 */

export * from "./messages/attachments.ts";
export * from "./messages/batch.ts";
export * from "./messages/charts.ts";
export * from "./messages/check.ts";
export * from "./messages/cli.ts";
export * from "./messages/edits.ts";
export * from "./messages/figures.ts";
export * from "./messages/fix.ts";
export * from "./messages/help.ts";
export * from "./messages/host.ts";
export * from "./messages/init.ts";
export * from "./messages/json.ts";
export * from "./messages/layout.ts";
export * from "./messages/meaning.ts";
export * from "./messages/mishap.ts";
export * from "./messages/narrate.ts";
export * from "./messages/pictures.ts";
export * from "./messages/preview.ts";
export * from "./messages/readiness.ts";
export * from "./messages/rules.ts";
export * from "./messages/schema.ts";
