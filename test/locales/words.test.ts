import { describe, expect, it } from "vitest";
import { enGB, enUS } from "../../src/locales/en.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";

const british = speak(enGB);
const american = speak(enUS);

describe("dates and periods", () => {
  it("are written in each style", () => {
    const styles = ["long", "short", "dayMonth", "monthYear", "weekday"] as const;
    expect(styles.map((style) => british.date("2026-11-18", style))).toEqual([
      "18 November 2026",
      "18 Nov 2026",
      "18 November",
      "November 2026",
      "Wednesday 18 November 2026",
    ]);
    expect(american.date("2026-11-18", "long")).toBe("November 18, 2026");
  });

  it("are the same in every time zone", () => {
    const before = process.env["TZ"];
    try {
      for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Los_Angeles"]) {
        process.env["TZ"] = zone;
        expect(british.date("2026-01-01", "weekday")).toBe("Thursday 1 January 2026");
      }
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });

  it.each([
    ["2026", "2026", "2026", "2026"],
    ["2027-H1", "H1 2027", "H1 2027", "H1"],
    ["2026-Q3", "Q3 2026", "Q3 2026", "Q3"],
    ["2026-10", "October 2026", "Oct 2026", "Oct"],
    ["2026-W41", "week 41, 2026", "W41 2026", "W41"],
    ["2026-10-05", "5 October 2026", "5 Oct 2026", "5 Oct"],
    ["spring 2026", "spring 2026", "spring 2026", "spring 2026"],
  ])("write the period %s", (text, long, short, within) => {
    expect([
      british.period(text, "long"),
      british.period(text, "short"),
      british.period(text, "withinYear"),
    ]).toEqual([long, short, within]);
  });

  it("have the time of day as each country writes it", () => {
    expect([british.time("09:00"), american.time("13:05")]).toEqual(["09:00", "1:05 p.m."]);
  });

  it("leave what is no date as it is", () => {
    expect(british.date("2026-02-30", "long")).toBe("2026-02-30");
  });
});

describe("lists and quotations", () => {
  it("join as the region does", () => {
    expect(british.list(["a", "b", "c"], "and")).toBe("a, b and c");
    expect(american.list(["a", "b", "c"], "or")).toBe("a, b, or c");
    expect(british.list([], "and")).toBe("");
  });

  it("turn marks inside a quotation into inner ones", () => {
    expect(british.quote('She said "no", then “yes”.')).toBe("“She said ‘no’, then ‘yes’.”");
    expect(british.quote("The customers' map")).toBe("“The customers' map”");
  });
});

describe("settle", () => {
  it.each([
    ["customers left −1.4 points less often than before", "customers left 1.4 points less often than before"],
    ["it fell by −EUR 3.5 million", "it fell by EUR 3.5 million"],
    ["it is −EUR 3.5 million lower", "it is EUR 3.5 million lower"],
    ["revenue grew +2.1% a year", "revenue grew 2.1% a year"],
    ["it is +1,200 tickets higher", "it is 1,200 tickets higher"],
  ])("drops a sign that the words repeat: %s", (before, after) => {
    expect(british.settle(before)).toBe(after);
  });

  it.each([
    "The effect is −1.4 points with a range that excludes zero",
    "it rose by −1.4 points",
    "it fell by +1.4 points",
    "between −2.1 to −0.7 points lower",
    "it fell −2.1 to −0.7 points",
    "+0.4 points on the quarter before",
    "−1.4 points in lower segments",
    "follow −1.4 points",
    "Q3–Q4 lower",
  ])("keeps a sign that says something: %s", (sentence) => {
    expect(british.settle(sentence)).toBe(sentence);
  });
});

describe("American English", () => {
  const { words: say } = createPhrasebook(american);
  it("spells and counts time as America does", () => {
    const phrases = Object.values(enUS.phrases).join(" ");
    expect(phrases).not.toMatch(
      /colour|sceptic|centre|programme|organis|favour|behaviour|analyse|grey|per cent/i,
    );
    expect(["00:05", "09:00", "12:00", "13:00", "23:59"].map((clock) => american.time(clock))).toEqual([
      "12:05 a.m.",
      "9:00 a.m.",
      "12:00 p.m.",
      "1:00 p.m.",
      "11:59 p.m.",
    ]);
    expect(american.value("1200000", { unit: "USD", decimals: 0, style: "short" })).toBe("USD 1.2M");
  });

  it("sets a comma before the last of three", () => {
    expect(american.list(["a", "b", "c"], "and")).toBe("a, b, and c");
    expect(say("decision.how", { name: "Ann" })).toBe("A yes, a no, or a question goes to Ann.");
    expect(say("risks.alt", { n: 3 })).toBe("Table of 3 risks with mitigation, trigger, and owner.");
    expect(say("risks.title", { first: "A", n: 3, watched: true })).toContain("an owner and a trigger");
  });
});
