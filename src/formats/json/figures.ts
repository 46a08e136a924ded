import type { Figure } from "../../model/figures.ts";
import type { DeckJson, FigureJson } from "./shape.ts";

/** Figures for other programs, by name. */
export const figuresAsJson = (figures: readonly Figure[]): DeckJson["figures"] =>
  Object.fromEntries(figures.map((figure) => [figure.id, figureAsJson(figure)]));

const figureAsJson = (figure: Figure): FigureJson => {
  const { id: name, value, exact, unit, text, kind, period, range, formula, good, from } = figure;
  return { name, value, exact, unit, text, kind, period, range, formula, good, from };
};
