import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDecks, type Decks } from "../../../src/cli/preview/decks.ts";
import type { DeckList, ListedDeck } from "../../../src/cli/preview/message.ts";
import type { Answers, PreviewServer } from "../../../src/cli/preview/server.ts";
import { createNodeHost } from "../../../src/host/node.ts";

const SAMPLE: Readonly<Record<string, unknown>> = parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "samples", "minimal.json"), "utf8"),
);
let cwd = "";
let decks: Decks;
/** What pages were told, in order. */
let told: string[] = [];
let saved: string[] = [];
let list: DeckList = { decks: [] };
let forgotten: string[] = [];
const watched = new Set<string>();

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-decks-"));
  [told, saved, forgotten, list] = [[], [], [], { decks: [] }];
  watched.clear();
  const answers: Answers = {
    json: {},
    writes: {},
    download: async () => undefined,
    deck: async () => undefined,
  };
  decks = createDecks({
    ...{ host: createNodeHost(), look: {}, places: { cwd }, alone: false },
    answers: () => answers,
    done: async (file) => void saved.push(file),
    failed: (cause) => {
      throw cause;
    },
  });
});
afterEach(() => {
  decks.stop();
  rmSync(cwd, { recursive: true, force: true });
});
const server: PreviewServer = {
  url: "",
  tell: (name) => void told.push(name),
  list: (now) => {
    list = now;
  },
  forget: (name) => void forgotten.push(name),
  watched: (name) => watched.has(name),
  close: async () => {},
};
const write = (file: string, bundle: object | string): void =>
  writeFileSync(join(cwd, file), typeof bundle === "string" ? bundle : JSON.stringify(bundle));
const listed = (name: string): ListedDeck | undefined => list.decks.find((deck) => deck.name === name);
const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 30_000, interval: 10 });
const allBuilt = () => eventually(() => list.decks.every(({ state }) => state !== "waiting"));

describe("decks", () => {
  test("the one that is looked at is shown first, the others after it, each with its facts", async () => {
    for (const name of ["a", "b", "c"]) write(`${name}.json`, { ...SAMPLE, title: `Deck ${name}` });
    watched.add("c.json");
    decks.set(["a.json", "b.json", "c.json"]);
    decks.served.opened("c.json");
    decks.serve(server);
    await allBuilt().toBe(true);
    expect([...new Set(told)]).toEqual(["c.json", "a.json", "b.json"]);
    expect(list.decks.map(({ title }) => title)).toEqual(["Deck a", "Deck b", "Deck c"]);
    expect(listed("a.json")?.slides).toBeGreaterThan(5);
    expect(listed("a.json")?.counts).toMatch(/finding|warning|error/);
    expect(saved).toEqual([]);
  });

  test("a save rebuilds the decks that read the file, and no others", async () => {
    const { title: _, ...rest } = SAMPLE;
    write("shared.json", { ...rest, subtitle: "As it was" });
    for (const name of ["a", "b"]) write(`${name}.json`, { extends: "shared.json", title: `Deck ${name}` });
    write("c.json", SAMPLE);
    decks.set(["a.json", "b.json", "c.json"]);
    decks.serve(server);
    await allBuilt().toBe(true);
    expect(list.decks.map(({ state }) => state)).toEqual(["shown", "shown", "shown"]);
    write("b.json", { extends: "shared.json", title: "Deck two" });
    await eventually(() => listed("b.json")?.title).toBe("Deck two");
    await eventually(() => saved).toEqual(["b.json"]);
    const before = listed("c.json")?.built;
    write("shared.json", { ...rest, subtitle: "As it is" });
    await eventually(() => [...saved].sort()).toEqual(["a.json", "b.json", "b.json"]);
    expect(listed("c.json")?.built).toBe(before);
  });

  test("a broken bundle is broken in its own place, and is shown once it is whole", async () => {
    write("a.json", "{");
    write("b.json", SAMPLE);
    decks.set(["a.json", "b.json"]);
    decks.serve(server);
    await allBuilt().toBe(true);
    expect(list.decks.map(({ state }) => state)).toEqual(["broken", "shown"]);
    expect(listed("a.json")?.title).toBeUndefined();
    write("a.json", SAMPLE);
    await eventually(() => listed("a.json")?.state).toBe("shown");
  });

  test("a few are kept ready; a save of the others is seen all the same, and they open again", async () => {
    const names = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.json`);
    for (const name of names) write(name, { ...SAMPLE, title: `Deck ${name}` });
    decks.set(names);
    decks.serve(server);
    await allBuilt().toBe(true);
    await eventually(() => forgotten).toEqual(["a.json", "b.json"]);
    write("a.json", { ...SAMPLE, title: "Deck of now" });
    await eventually(() => listed("a.json")?.title).toBe("Deck of now");
    await eventually(() => saved).toEqual(["a.json"]);
    told = [];
    watched.add("b.json");
    decks.served.opened("b.json");
    await eventually(() => told).toContain("b.json");
    // It was read again, and nobody has saved it.
    await eventually(() => told.filter((name) => name === "b.json").length).toBe(2);
    expect(saved).toEqual(["a.json"]);
  });

  test("a deck that goes is dropped, and one that comes is built in its place of the list", async () => {
    for (const name of ["a.json", "b.json", "c.json"]) write(name, SAMPLE);
    decks.set(["a.json", "c.json"]);
    decks.serve(server);
    await allBuilt().toBe(true);
    expect(decks.served.home()).toBe("a.json");
    decks.set(["b.json", "c.json"]);
    expect(decks.served.answers("a.json")).toBeUndefined();
    expect(decks.served.home()).toBe("b.json");
    expect(list.decks.map(({ name }) => name)).toEqual(["b.json", "c.json"]);
    await eventually(() => listed("b.json")?.state).toBe("shown");
    told = [];
    write("a.json", { ...SAMPLE, title: "Nobody sees this" });
    write("c.json", { ...SAMPLE, title: "Somebody sees this" });
    await eventually(() => listed("c.json")?.title).toBe("Somebody sees this");
    expect(told).not.toContain("a.json");
  });
});
