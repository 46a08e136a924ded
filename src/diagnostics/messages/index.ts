/**
 * Every sentence that a user may read about their input, one function a message, by area. Tests compare with the
 * function, so wording lives here alone. To add an area: a file in messages/ and a line here.
 */

export * from "./attachments.ts";
export * from "./batch.ts";
export * from "./charts.ts";
export * from "./check.ts";
export * from "./cli.ts";
export * from "./doctor.ts";
export * from "./edits.ts";
export * from "./extends.ts";
export * from "./help.ts";
export * from "./holds.ts";
export * from "./host.ts";
export * from "./init.ts";
export * from "./interview.ts";
export * from "./investment.ts";
export * from "./json.ts";
export * from "./layout.ts";
export * from "./leftovers.ts";
export * from "./meaning.ts";
export * from "./mishap.ts";
export * from "./narrate.ts";
export * from "./pictures.ts";
export * from "./preview.ts";
export * from "./project.ts";
export * from "./pull.ts";
export * from "./readiness.ts";
export * from "./schema.ts";
export * from "./send.ts";
export * from "./starter.ts";
export * from "./survey.ts";
export * from "./tables.ts";
export * from "./template.ts";
export * from "./theme.ts";
export * from "./workbooks.ts";
