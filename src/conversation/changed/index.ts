export { differences } from "./differences.ts";
export { changedPages, pagesOf } from "./pages.ts";
export { changesAsJson, changesAsMarkdown, changesAsText } from "./report.ts";
