import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import { cli } from "../run.ts";
import { SENDABLE, workshop } from "../sent/bundle.ts";
import { Reader } from "./powerpoint.ts";

const shop = workshop(SENDABLE);
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const statement = SENDABLE.why.statement;
const answer = (SENDABLE.objections ?? [])[0]?.answer ?? "";
const [word = ""] = /\p{L}{5,}/u.exec(statement) ?? [];
const [other = ""] = /\p{L}{5,}/u.exec(answer) ?? [];
let original = "";
beforeAll(async () => {
  const { exit, err } = await shop.send();
  expect(exit, err).toBe(0);
  original = shop.text("b.json");
  const reader = new Reader(readFileSync(join(cwd, "b.sent", "1.0", "b-1.0.pptx")));
  const changed = reader.retype(reader.slideWith(statement.slice(0, 20)), word, "Zebras");
  changed.retype(changed.slideWith(answer.slice(0, 20)), other, "Ostriches");
  writeFileSync(join(cwd, "back.pptx"), changed.save());
});
beforeEach(() => writeFileSync(join(cwd, "b.json"), original));

/** Pulls, and gives these answers; of whoever has no more to say, the terminal is closed. */
async function asked(...answers: string[]) {
  const questions: string[] = [];
  const ran = await cli(cwd, ["pull", "b.json", "back.pptx", "--interactive"], true, {
    prompt: async () => ({
      ask: async (question) => {
        questions.push(question);
        return answers.shift();
      },
      close: () => undefined,
    }),
  });
  const bundle = parse(shop.text("b.json"));
  const written = [
    bundle.why.statement.includes("Zebras") ? "why" : "",
    bundle.objections[0].answer.includes("Ostriches") ? "answer" : "",
  ].filter((name) => name !== "");
  return { ...ran, questions, written };
}

test("writes the texts that a yes was said to, and no other", async () => {
  const { exit, questions, written, err } = await asked("n", " Yes ");
  expect(exit, err).toBe(0);
  expect(questions).toEqual([messages.pullQuestion(1, 2), messages.pullQuestion(2, 2)]);
  expect(written).toHaveLength(1);
  expect(err).toContain(messages.pullApplied(1, "b.json"));
  expect((await asked("y", "y")).written).toEqual(["why", "answer"]);
});

test.each([
  ["q", ["q"]],
  ["a terminal that is closed", []],
  ["an empty answer", ["", ""]],
] as const)("takes %s for no", async (_, answers) => {
  const { written } = await asked(...answers);
  expect(written).toEqual([]);
  expect(shop.text("b.json")).toBe(original);
});

test("is refused where nobody can be asked, and beside --apply", async () => {
  const { exit, err } = await cli(cwd, ["pull", "b.json", "back.pptx", "-i"]);
  expect(exit).toBe(2);
  expect(err).toContain(messages.pullNobodyToAsk().what);
  expect((await cli(cwd, ["pull", "b.json", "back.pptx", "-i", "--apply"])).exit).toBe(2);
  expect(shop.text("b.json")).toBe(original);
});
