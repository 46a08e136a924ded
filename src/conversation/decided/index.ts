export { type DecisionRecord, decidedVersion, recordAsMarkdown, recordOf } from "./record.ts";
export { type Thanks, thanksOf } from "./thanks.ts";
