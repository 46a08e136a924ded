import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { figuresApart } from "../../diagnostics/messages/send.ts";
import type { Figure, Figures } from "../../model/figures.ts";

/**
 * Figures of a finished edition that are not those of the deck as the bundle has it: none, or it is an error that names
 * them. Compared is what they are worth, exactly and in which unit; an edition may write them in another language.
 */
export function sameFigures(whole: Figures, told: Figures, edition: string): readonly Diagnostic[] {
  const worth = (figure: Figure | undefined): string =>
    figure === undefined ? "none" : `${figure.exact} ${figure.unit}`.trim();
  const names = [...new Set([...Object.keys(whole.all), ...Object.keys(told.all)])];
  const apart = names
    .map((name) => ({ name, whole: worth(whole.all[name]), edition: worth(told.all[name]) }))
    .filter((each) => each.whole !== each.edition);
  return apart.length === 0 ? [] : [figuresApart(edition, apart)];
}
