export { FUNCTIONS } from "./functions.ts";
export { type Guard, guards } from "./guards.ts";
export { idsIn } from "./names.ts";
export { placeFigure } from "./place.ts";
export { holderOf } from "./places.ts";
export { testProblems } from "./problems.ts";
export { type FigureRead, type Problem, runTest, type TestVerdict } from "./test.ts";
