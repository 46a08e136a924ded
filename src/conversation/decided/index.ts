export { type DecisionRecord, decidedVersion, recordAsMarkdown, recordOf } from "./record.ts";
export { decidedLast, type Thanks, thanksOf } from "./thanks.ts";
