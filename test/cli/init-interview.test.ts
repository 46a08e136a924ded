import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { readAnswer } from "../../src/cli/init/read-answer.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { newFolder } from "./new-folder.ts";
import { cli } from "./run.ts";

let cwd = "";
newFolder("interview", (folder) => {
  cwd = folder;
});
const written = (): Bundle => parse(readFileSync(join(cwd, "deck.json"), "utf8")) as Bundle;
const YEAR = new Date().getFullYear() + 1;

/** Answers by what a question says; whoever has none left goes away at `leave`. */
async function asked(
  given: Readonly<Record<string, readonly string[]>>,
  more: readonly string[] = [],
  leave?: string,
) {
  const rest = new Map(Object.entries(given).map(([question, answers]) => [question, [...answers]]));
  const questions: string[] = [];
  let closed = false;
  const prompt = {
    ask: async (question: string) => {
      questions.push(question);
      if (leave !== undefined && question.includes(leave)) return undefined;
      for (const [part, answers] of rest) if (question.includes(part)) return answers.shift() ?? "";
      return "";
    },
    close: () => {
      closed = true;
    },
  };
  const ran = await cli(cwd, ["init", ...more], true, { prompt: async () => prompt });
  expect(closed).toBe(questions.length > 0);
  return { ...ran, questions };
}

const ANSWERS = {
  [messages.QUESTIONS.title]: ["Heat the pool"],
  [messages.QUESTIONS.approver]: ["Ida Ness, Chair, sports board"],
  [messages.QUESTIONS.by]: [`5 March ${YEAR}`],
  [messages.QUESTIONS.why]: ["Nobody swims in cold water."],
  [messages.QUESTIONS.now]: [`The boiler is inspected on 1 February ${YEAR}.`],
  [messages.QUESTIONS.goal]: ["Every child can swim"],
  [messages.QUESTIONS.metric]: ["Children who pass"],
  [messages.QUESTIONS.today]: ["61 %"],
  [messages.QUESTIONS.target]: ["80"],
  [messages.QUESTIONS.decision]: ["Approve a heat pump for the pool"],
  [messages.QUESTIONS.amount]: ["£38,400"],
  [messages.OPTION_QUESTION(0)]: ["Heat it on weekends, 12k"],
  [messages.OPTION_QUESTION(1)]: ["Share the pool of the school"],
  [messages.OBJECTION_QUESTION(0)]: ["It will break again."],
  [messages.ANSWER_QUESTION]: ["The maker repairs it for ten years."],
  [messages.PERSON_QUESTION(0)]: ["Bo Lund, Treasurer"],
};

describe("the interview of foredeck init", () => {
  test("asks in the order of the argument and writes what was answered", async () => {
    const { exit, questions } = await asked(ANSWERS);
    expect(exit).toBe(0);
    const order = messages.ORDER.map((field) =>
      questions.findIndex((each) => each.includes(messages.QUESTIONS[field])),
    );
    expect(order).toEqual(messages.ORDER.map((_, n) => n));
    const bundle = written();
    expect(bundle).toMatchObject({
      title: "Heat the pool",
      currency: "GBP",
      ask: { decision: "Approve a heat pump for the pool", amount: 38400, by: `${YEAR}-03-05` },
      why: { statement: "Nobody swims in cold water." },
      goals: [{ name: "Every child can swim", metric: "number" }],
      options: [
        { name: "Heat the pool", recommended: true, cost: 38400 },
        { name: "Heat it on weekends", cost: 12000 },
        { name: "Share the pool of the school" },
        { name: "Do nothing", cost: 0 },
      ],
      objections: [{ objection: "It will break again.", answer: "The maker repairs it for ten years." }],
    });
    expect(bundle.metrics).toMatchObject([
      {
        name: "Children who pass",
        unit: "%",
        better: "higher",
        values: [{ value: 61 }],
        target: { value: 80 },
      },
    ]);
    expect(bundle.stakeholders?.map(({ name, role }) => [name, role])).toEqual([
      ["Ida Ness", "Chair, sports board"],
      ["Replace with your name", "Replace with your role"],
      ["Bo Lund", "Treasurer"],
    ]);
    expect((await cli(cwd, ["check", "deck.json"])).exit).toBe(0);
    expect((await cli(cwd, ["build", "deck.json"])).exit).toBe(0);
  });

  test("asks nothing that an option says, nothing about numbers that a file gives, and nothing with --yes", async () => {
    writeFileSync(join(cwd, "data.csv"), "Month,Visits\n2026-01,4\n2026-02,5\n2026-03,7\n");
    const { questions } = await asked({}, ["--title", "Heat the pool", "--from", "data.csv"]);
    for (const field of ["title", "metric", "today", "target"] as const)
      expect(
        questions.some((each) => each.includes(messages.QUESTIONS[field])),
        field,
      ).toBe(false);
    expect(questions.some((each) => each.includes(messages.QUESTIONS.goal))).toBe(true);
    expect((await asked({}, ["other.json", "--yes"])).questions).toEqual([]);
  });

  test("Enter leaves a placeholder in each place", async () => {
    const { exit, questions } = await asked({});
    expect(exit).toBe(0);
    // What a metric is today is asked once there is one.
    expect(questions.some((each) => each.includes(messages.QUESTIONS.today))).toBe(false);
    const { title, options, objections } = written();
    for (const text of [title, options?.[1]?.name, objections?.[0]?.objection])
      expect(text).toMatch(/^Replace/);
  });

  test.each([...messages.ORDER.slice(1), "OPTION", "OBJECTION", "ANSWER", "PERSON"] as const)(
    "whoever goes away at %s loses nothing that was answered before",
    async (field) => {
      const question =
        field === "OPTION"
          ? messages.OPTION_QUESTION(1)
          : field === "OBJECTION"
            ? messages.OBJECTION_QUESTION(0)
            : field === "ANSWER"
              ? messages.ANSWER_QUESTION
              : field === "PERSON"
                ? messages.PERSON_QUESTION(0)
                : messages.QUESTIONS[field];
      const { exit, out, questions } = await asked(ANSWERS, [], question);
      expect(exit).toBe(130);
      expect(questions.at(-1)).toContain(question);
      expect(out).toContain(messages.initKept("deck.json"));
      const text = readFileSync(join(cwd, "deck.json"), "utf8");
      expect(text).toContain("Heat the pool");
      if (field === "OPTION") expect(text).toContain("Heat it on weekends");
      if (field === "ANSWER") expect(text).toContain("It will break again.");
      if (field === "PERSON") expect(text).toContain("The maker repairs it for ten years.");
      expect((await cli(cwd, ["build", "deck.json"])).exit).toBe(0);
    },
  );

  test("writes nothing when whoever is asked goes away at once", async () => {
    expect((await asked({}, [], messages.QUESTIONS.title)).exit).toBe(130);
    expect(existsSync(join(cwd, "deck.json"))).toBe(false);
  });

  test("asks again for what cannot be read, with the reason", async () => {
    const { questions } = await asked({
      ...ANSWERS,
      [messages.QUESTIONS.by]: ["soon", "03/04/2031", "2001-01-01", "2031-04-03"],
      [messages.QUESTIONS.amount]: ["a lot", "12.9.0", "12900"],
      [messages.QUESTIONS.why]: ["{{visits.latest}} visits", "Nobody swims."],
    });
    const reasons = (question: string) =>
      questions
        .filter((each) => each.includes(question))
        .map((each) => each.slice(0, each.indexOf(question)).trim());
    expect(reasons(messages.QUESTIONS.by)).toEqual([
      "",
      messages.ANSWERS.day,
      messages.ANSWERS.day,
      messages.ANSWERS.past,
    ]);
    expect(reasons(messages.QUESTIONS.amount)).toEqual([
      "",
      messages.ANSWERS.number,
      messages.ANSWERS.number,
    ]);
    expect(reasons(messages.QUESTIONS.why)).toEqual(["", messages.ANSWERS.braces]);
    expect(written()).toMatchObject({
      ask: { by: "2031-04-03", amount: 12900 },
      why: { statement: "Nobody swims." },
    });
  });

  test("an answer that fits no slide is said, and the others are written all the same", async () => {
    const wide = "W".repeat(165);
    const { exit, all } = await asked({ ...ANSWERS, [messages.QUESTIONS.title]: [wide] });
    expect(exit).toBe(0);
    expect(all).toContain(wide);
    expect(written()).toMatchObject({ goals: [{ name: "Every child can swim" }] });
    expect(written().title).toMatch(/^Replace/);
  });

  test.each([
    ["amount", "£38,400", { amount: 38400, currency: "GBP" }],
    ["amount", "40k EUR", { amount: 40000, currency: "EUR" }],
    ["amount", "1.5 million", { amount: 1_500_000 }],
    ["amount", "none", { amount: "none" }],
    ["amount", "12.900", { amount: 12900 }],
    ["today", "9,640.5 visits a month", { today: { value: 9640.5, unit: "visits a month" } }],
    ["today", "3.10 €", { today: { value: 3.1, unit: "EUR" } }],
    ["today", "12 months", { today: { value: 12, unit: "months" } }],
    ["today", "-4,5 %", { today: { value: -4.5, unit: "%" } }],
    ["by", "5.3.2031", { by: "2031-03-05" }],
    ["by", "March 5, 2031", { by: "2031-03-05" }],
  ] as const)("reads %s %j", (field, text, told) => {
    expect(readAnswer(field, text, "2030-01-01")).toEqual({ told });
  });

  test("reads no number in two ways where it may be either", () => {
    expect(readAnswer("today", "9,640 visits", "2030-01-01")).toEqual({ reason: messages.ANSWERS.number });
  });
});
