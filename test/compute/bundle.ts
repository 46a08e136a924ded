import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { Bundle } from "../../src/model/bundle/index.ts";

/** A small valid bundle with these parts in place of its own. */
export const bundle = (parts: object): Bundle =>
  Bundle.parse({
    title: "A test",
    why: { statement: "Because." },
    goals: [{ id: "goal", name: "A goal" }],
    quotes: [{ id: "quote", from: "someone", text: "Yes." }],
    ...parts,
  });

export function computed(parts: object): ReturnType<typeof computeFigures> {
  const locale = resolveLocale("en-GB");
  if (locale === undefined) throw new Error("no English");
  return computeFigures(bundle(parts), locale);
}

/** The texts of the figures with these ids; undefined for those that are not there. */
export const texts = ({ figures }: ReturnType<typeof computeFigures>, ...ids: string[]) =>
  ids.map((id) => (Object.hasOwn(figures.all, id) ? figures.all[id]?.text : undefined));
