export { FUNCTIONS } from "./functions.ts";
export { type Guard, guards } from "./guards.ts";
export { placeFigure } from "./place.ts";
export { testProblems } from "./problems.ts";
export { type Outcome, type Problem, type Reading, runTest } from "./test.ts";
