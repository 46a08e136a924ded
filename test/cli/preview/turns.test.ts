import { expect, test } from "vitest";
import { createTurns } from "../../../src/cli/preview/turns.ts";

test("work runs one piece at a time, and what is urgent when a turn is free goes first", async () => {
  const turns = createTurns();
  const ran: string[] = [];
  let looked = "";
  let running = 0;
  const work = (name: string) =>
    turns.take(
      () => looked === name,
      async () => {
        running += 1;
        expect(running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
        ran.push(name);
        running -= 1;
      },
    );
  const all = ["a", "b", "c", "d"].map(work);
  looked = "c";
  await Promise.all(all);
  expect(ran).toEqual(["a", "c", "b", "d"]);
});

test("work that fails fails for whoever asked, and the next one runs", async () => {
  const turns = createTurns();
  const failing = turns.take(
    () => false,
    async () => {
      throw new Error("no");
    },
  );
  let ran = false;
  const next = turns.take(
    () => false,
    async () => {
      ran = true;
    },
  );
  await expect(failing).rejects.toThrow("no");
  await next;
  expect(ran).toBe(true);
});
