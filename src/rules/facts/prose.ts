import type { Bundle } from "../../model/bundle/index.ts";
import type { JsonPath } from "../../model/figures.ts";
import { plainText, type Sentence } from "./sentences.ts";

type Texts = Readonly<Record<string, string | undefined>>;

const of = (path: JsonPath, texts: Texts): readonly Sentence[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    text === undefined ? [] : [{ text: plainText(text), path: [...path, key] }],
  );

/** Sentences that the deck claims in its own voice: no quotes, objections, conditions or definitions. */
export function claims(bundle: Bundle): readonly Sentence[] {
  const { title, subtitle, why, ask, goals, charts = [], objections = [] } = bundle;
  const { statement, situation, complication, now, opportunity, reasons = [] } = why;
  return [
    ...of([], { title, subtitle }),
    ...of(["ask"], { waiting: ask?.waiting }),
    ...of(["why"], { statement, situation, complication, now, opportunity }),
    ...reasons.flatMap(({ claim, because }, n) => of(["why", "reasons", n], { claim, because })),
    ...goals.flatMap(({ contribution }, n) => of(["goals", n], { contribution })),
    ...charts.flatMap(({ message, meaning }, n) => of(["charts", n], { message, meaning })),
    ...objections.flatMap(({ headline, concede, answer }, n) =>
      of(["objections", n], { headline, concede, answer }),
    ),
    ...pages(bundle),
  ];
}

/** Sentences of the author's own pages, without what stands in their tables. */
const pages = (bundle: Bundle): readonly Sentence[] =>
  (bundle.pages ?? []).flatMap(({ title, blocks, takeaway }, n) => [
    ...of(["pages", n], { title }),
    ...blocks.flatMap(({ text, list = [] }, at) => [
      ...of(["pages", n, "blocks", at], { text }),
      ...list.map((item, k) => ({ text: plainText(item), path: ["pages", n, "blocks", at, "list", k] })),
    ]),
    ...of(["pages", n], { takeaway }),
  ]);

/** Sentences about how the work continues: options, risks, and the terms of the ask. */
export function plans(bundle: Bundle): readonly Sentence[] {
  const { ask, options = [], risks = [], pictures = [], plan } = bundle;
  const { decision, afterYes, afterNo, terms = [] } = ask ?? {};
  return [
    ...of(["ask"], { decision, afterYes, afterNo }),
    ...terms.map((text, n) => ({ text: plainText(text), path: ["ask", "terms", n] })),
    ...options.flatMap(({ benefit, risk, why }, n) => of(["options", n], { benefit, risk, why })),
    ...risks.flatMap(({ risk, mitigation, trigger, ...more }, n) => [
      ...of(["risks", n], { risk, mitigation, trigger }),
      ...(more.then === undefined ? [] : [{ text: plainText(more.then), path: ["risks", n, "then"] }]),
    ]),
    ...pictures.flatMap(({ message }, n) => of(["pictures", n], { message })),
    ...(plan?.next ?? []).flatMap(({ what }, n) => of(["plan", "next", n], { what })),
  ];
}
