import * as messages from "../../diagnostics/messages/index.ts";
import { DEFAULT_LOCALE } from "../../locales/index.ts";
import { readNumbers } from "../../read/table/numbers.ts";
import { plainPeriod } from "../../read/table/period-forms.ts";
import { meantUnit } from "../../read/units.ts";

export type ReadAnswer = { readonly told: Partial<messages.Told> } | { readonly reason: string };

/** Characters of a text: those of a name, or of a sentence. */
const LIMITS: Readonly<Partial<Record<messages.Single | "text", number>>> = {
  title: 170,
  approver: 200,
  goal: 200,
  metric: 200,
};
const SENTENCE = 400;

/** Reads an answer as the field has it in a bundle, or says why it cannot stand; `today` is year-month-day. */
export function readAnswer(field: messages.Single | "text", text: string, today: string): ReadAnswer {
  switch (field) {
    case "by": {
      const day = /^\d{4}-\d{2}-\d{2}$/.test(plainPeriod(text) ?? "") ? plainPeriod(text) : undefined;
      if (day === undefined) return { reason: messages.ANSWERS.day };
      return day < today ? { reason: messages.ANSWERS.past } : { told: { by: day } };
    }
    case "amount": {
      if (/^(none|no|nothing)$/i.test(text)) return { told: { amount: "none" } };
      // Money has no thousandths: 38,400 and 38.400 are thirty-eight thousand.
      const read = quantity(
        text.replaceAll(/(?<![\d.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?![\d.,])/g, (found) =>
          found.replaceAll(/[.,]/g, ""),
        ),
      );
      if (read === undefined) return { reason: messages.ANSWERS.number };
      const code = read.unit !== undefined && /^[A-Z]{3}$/.test(read.unit) ? read.unit : undefined;
      return { told: { amount: read.value, ...(code === undefined ? {} : { currency: code }) } };
    }
    case "today": {
      const read = quantity(text);
      return read === undefined ? { reason: messages.ANSWERS.number } : { told: { today: read } };
    }
    case "target": {
      const read = quantity(text);
      return read === undefined ? { reason: messages.ANSWERS.number } : { told: { target: read.value } };
    }
    default: {
      const limit = LIMITS[field] ?? SENTENCE;
      if (text.length > limit) return { reason: messages.ANSWERS.long(limit) };
      if (/\{\{|\}\}/.test(text)) return { reason: messages.ANSWERS.braces };
      return { told: field === "text" ? {} : { [field]: text } };
    }
  }
}

/** An amount of money in a sentence: a sign or code of a currency before or behind a number, with a scale or without. */
const MONEY =
  /(?:\p{Sc}|\b[A-Z]{3}\b)\s?\d(?:[\d.,'\u00a0\u202f]|\s(?=\d{3}\b))*(?:\s?(?:k|mn?|bn|thousand|million|billion)\b)?|\d(?:[\d.,'\u00a0\u202f]|\s(?=\d{3}\b))*\s?(?:(?:k|mn?|bn|thousand|million|billion)\s)?(?:\p{Sc}|[A-Z]{3}\b)/gu;

/**
 * The amount that a decision asks for, where it names one amount of money and no other: "Approve £38,400 for a year". What
 * the amount buys, or whether there are two, is for people to say.
 */
export function amountIn(decision: string): Partial<messages.Told> {
  const amounts = [...decision.matchAll(MONEY)].map(([text]) =>
    readAnswer("amount", text.replace(/[.,]+$/, ""), ""),
  );
  const [only] = amounts;
  return amounts.length === 1 && only !== undefined && "told" in only && only.told.currency !== undefined
    ? only.told
    : {};
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** A number, with a scale and a unit where it has them: £38,400, 40k EUR, 9640 visits. */
function quantity(text: string): { readonly value: number; readonly unit?: string } | undefined {
  const parts =
    /^(?<sign>\p{Sc}|[A-Z]{3}\b)?\s*(?<digits>[-\u2212]?\d[\d.,'\s\u00a0]*)\s*(?:(?<scale>k|mn?|bn|thousand|million|billion)(?![\p{L}]))?\s*(?<unit>\D*)$/iu.exec(
      text,
    )?.groups ?? {};
  const { values, problems } = readNumbers(
    [{ key: "n", line: { name: "", is: "column" }, cells: [cellOf(parts["digits"] ?? "")] }],
    { form: "csv", commas: false, percent: true },
  );
  const value = values.get("n")?.[0];
  if (typeof value !== "number" || problems.length > 0) return undefined;
  const said = (parts["sign"] ?? parts["unit"] ?? "").trim().slice(0, 40);
  const unit = said === "" ? undefined : (meantUnit(said, DEFAULT_LOCALE, []) ?? said);
  const scaled = value * (SCALES[parts["scale"]?.toLowerCase() ?? ""] ?? 1);
  return { value: scaled, ...(unit === undefined ? {} : { unit }) };
}

const cellOf = (text: string) => ({ text: text.trim(), place: { file: "", line: 1, column: 1 } });
