import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/rules/languages/index.ts";

/** What is read of a sentence: value and unit of every quantity. */
const CASES: readonly (readonly [tag: string, text: string, ...found: string[]])[] = [
  ["en", "A third of public questions are answered the same day.", "33% of 3"],
  ["en", "Two in five questions wait overnight.", "40%"],
  ["en", "Ninety percent of customers get an answer; seventy-five per cent like it.", "90%", "75%"],
  ["en", "Service revenue reached €179m, up from EUR 168.2 million.", "179000000EUR", "168200000EUR"],
  ["en", "We serve 310 000 customers.", "310000"],
  ["en", "Churn fell by 3.6 points to 14.2%.", "3.6pp", "14.2%"],
  ["en", "Call us on +358 40 123 4567 or 020 7946 0958 before 2026-12-02."],
  ["en", "We work to ISO 9001 and EN 301 549, and are there 24/7."],
  ["en", "At 09:30 on 3 March the 2nd pilot starts in room 5A, in Q3 2026."],
  ["fi", "Poistuma laski 17,8 prosentista 14,2 prosenttiin.", "17.8%", "14.2%"],
  ["fi", "Liikevaihto oli 179,1 miljoonaa euroa.", "179100000EUR"],
  ["fi", "Hinta on 1 200 euroa.", "1200EUR"],
  ["fi", "Kaksi viidestä jää ilman vastausta.", "40%"],
  ["fi", "Soita 040 123 4567 ennen 2.12.2026 kello 9.30."],
  ["ja", "売上高は1億7900万円に達した。", "179000000JPY"],
  ["ja", "解約率は一割五分である。", "15%"],
  ["ja", "三十一万人の顧客がおり、回答は三十日かかる。", "310000", "30"],
  ["ja", "五人に二人は待たされ、三分の一が去る。", "40%", "33% of 3"],
  ["ja", "電話は03-1234-5678、締切は2026年12月2日。"],
];

describe("numbers of a sentence", () => {
  test.each(CASES)("%s: %s", (tag, text, ...found) => {
    const language = LANGUAGES.find((each) => each.tag === tag);
    const read = language?.numbersIn(text).map(({ value, unit }) => `${Number(value.toFixed(2))}${unit}`);
    expect(read).toEqual(found.map((each) => each.replace("33% of 3", "33.33%")));
  });
});

test("a rate is another number than what it is a rate of", () => {
  for (const [tag, text] of [
    ["en", "Revenue per head is 1,200 euros."],
    ["fi", "Liikevaihto henkilöä kohden on 1 200 euroa."],
    ["ja", "一人当たりの売上高は1200円。"],
  ]) {
    expect(LANGUAGES.find((each) => each.tag === tag)?.narrowing(text ?? "").length, text).toBeGreaterThan(0);
  }
});
