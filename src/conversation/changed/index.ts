export { differences } from "./differences.ts";
export { changedPages, pagesOf } from "./pages.ts";
export {
  type ChangeReport,
  type ChangesShown,
  changesAsJson,
  changesAsMarkdown,
  changesAsText,
  changesShown,
} from "./report.ts";
