export { FUNCTIONS } from "./functions.ts";
export { type Guard, guards } from "./guards.ts";
export { idsIn } from "./names.ts";
export { placeFigure } from "./place.ts";
export { holderOf } from "./places.ts";
export { testProblems } from "./problems.ts";
export { type Outcome, type Problem, type Reading, runTest } from "./test.ts";
