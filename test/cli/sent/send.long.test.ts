import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Manifest } from "../../../src/model/sent.ts";
import { SOUND } from "../../rules/sound.ts";
import { cli } from "../run.ts";
import { SENDABLE, type Workshop, workshop } from "./bundle.ts";

let shop: Workshop;
beforeEach(() => {
  shop = workshop();
});
afterEach(() => rmSync(shop.cwd, { recursive: true, force: true }));

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const snapshot = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shop.files(folder).map((name) => [name, digest(readFileSync(join(shop.cwd, folder, name)))]),
  );
const manifest = (version = "1.0") =>
  Manifest.parse(JSON.parse(shop.text("b.sent", version, "manifest.json")));

describe("foredeck send", () => {
  test("keeps the bundle, figures, deck and mails, and writes them for whoever sends", async () => {
    const ran = await shop.send();
    expect(ran).toMatchObject({ exit: 0 });
    expect(shop.files("b.sent")).toEqual([
      "1.0/b-1.0-brief.pdf",
      "1.0/b-1.0.pptx",
      "1.0/bundle.json",
      "1.0/dates.ics",
      "1.0/figures.json",
      "1.0/mails/to-cfo.json",
      "1.0/mails/to-head.json",
      "1.0/manifest.json",
      "1.0/map.json",
    ]);
    expect(shop.files("out")).toEqual(
      [
        "b-1.0-brief.pdf",
        "b-1.0.pptx",
        "dates.ics",
        "mails.html",
        "slack.json",
        "teams.json",
        "to-cfo.eml",
        "to-cfo.txt",
        "to-head.eml",
        "to-head.txt",
      ].map((name) => `b-1.0/${name}`),
    );
    expect(manifest()).toMatchObject({
      version: "1.0",
      date: "2026-11-18",
      by: { name: "Bo", email: "bo@example.org" },
      to: ["head", "cfo"],
    });
    for (const [name, known] of Object.entries(manifest().files))
      expect(digest(readFileSync(join(shop.cwd, "b.sent/1.0", name)))).toBe(known);
    expect(shop.text("b.sent/1.0/bundle.json")).toBe(shop.text("b.json"));
  });

  test("adds the entry to history, and keeps comments and layout", async () => {
    shop.write(
      `${JSON.stringify(SENDABLE, undefined, 1).replace('"purpose"', '// why\n "purpose"').replace(/\n\}$/, ", // last\n}")}\r\n`,
    );
    const before = shop.text("b.json");
    expect((await shop.send()).exit).toBe(0);
    const entry = '{ "version": "1.0", "date": "2026-11-18", "sentTo": ["head", "cfo"] }';
    const after = shop.text("b.json");
    expect(after).toContain(`"history": [${entry}]`);
    expect(after.replace(/ *"history": \[.*\],?\n/, "").replace(/\s/g, "")).toBe(before.replace(/\s/g, ""));
    expect(await cli(shop.cwd, ["check", "b.json", "--format", "json"])).toMatchObject({ exit: 0 });
  });

  test("completes an entry that is there, also with readers of a later run", async () => {
    const note = { version: "1.0", date: "2026-11-18", note: "First" };
    shop.write({ ...SENDABLE, history: [note] });
    expect((await shop.send("--to", "cfo")).exit).toBe(0);
    expect(JSON.parse(shop.text("b.json")).history).toEqual([{ ...note, sentTo: ["cfo"] }]);
    expect((await shop.send("--to", "hr,head")).exit).toBe(0);
    expect(JSON.parse(shop.text("b.json")).history).toEqual([{ ...note, sentTo: ["cfo", "hr", "head"] }]);
    expect(shop.files("b.sent/1.0/mails")).toEqual(["to-cfo.json", "to-head.json", "to-hr.json"]);
  });

  test("goes to those whom the history names for the version", async () => {
    shop.write({ ...SENDABLE, history: [{ version: "1.0", date: "2026-11-18", sentTo: ["hr"] }] });
    expect((await shop.send()).exit).toBe(0);
    expect(manifest().to).toEqual(["hr"]);
  });

  test("twice with the same content changes nothing", async () => {
    await shop.send();
    const [sent, out, bundle] = [snapshot("b.sent"), snapshot("out"), shop.text("b.json")];
    const again = await shop.send("--json");
    expect(again.exit).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ state: "unchanged", version: "1.0" });
    expect([snapshot("b.sent"), snapshot("out"), shop.text("b.json")]).toEqual([sent, out, bundle]);
    // Comments, layout and addresses are no content.
    const people = (SENDABLE.stakeholders ?? []).map((person) => ({ ...person, email: "new@example.org" }));
    shop.write(`// sent\n${JSON.stringify({ ...SENDABLE, stakeholders: people })}`);
    expect((await shop.send()).exit).toBe(0);
    expect(snapshot("b.sent")).toEqual(sent);
  });

  test("gives the same bytes in another folder", async () => {
    const other = workshop();
    try {
      await Promise.all([shop.send(), other.send()]);
      const first = [snapshot("b.sent"), snapshot("out")];
      const mine = shop;
      shop = other;
      expect([snapshot("b.sent"), snapshot("out")]).toEqual(first);
      shop = mine;
    } finally {
      rmSync(other.cwd, { recursive: true, force: true });
    }
  });

  test("refuses the same version with other content, and says what differs", async () => {
    await shop.send();
    const sent = snapshot("b.sent");
    shop.write({ ...SENDABLE, subtitle: "Another one", purpose: "discuss" });
    const ran = await shop.send();
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain('"purpose" and "subtitle" differ');
    expect(ran.err).toContain('Raise "version"');
    expect(snapshot("b.sent")).toEqual(sent);
    shop.write({ ...SENDABLE, subtitle: "Another one", version: "1.1" });
    expect((await shop.send()).exit).toBe(0);
    for (const [name, known] of Object.entries(sent)) expect(snapshot("b.sent")[name]).toBe(known);
  });

  test("with --dry-run shows it all and writes nothing", async () => {
    const before = snapshot(".");
    const ran = await shop.send("--dry-run", "--anyway", "A look");
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain("Approve the trial");
    expect(ran.out).toContain("to-cfo.eml");
    expect(snapshot(".")).toEqual(before);
    const json = await shop.send("--dry-run", "--json");
    expect(JSON.parse(json.out)).toMatchObject({
      state: "dry-run",
      mails: [{ reader: "head" }, { reader: "cfo" }],
    });
    expect(snapshot(".")).toEqual(before);
  });

  test("leaves mails that somebody has edited as they are", async () => {
    await shop.send();
    writeFileSync(join(shop.cwd, "out/b-1.0/to-cfo.eml"), "mine");
    const ran = await shop.send();
    expect(ran.err).toContain("to-cfo.eml is there already, with other content");
    expect(shop.text("out/b-1.0/to-cfo.eml")).toBe("mine");
  });

  test("keeps what the bundle read once for all versions", async () => {
    mkdirSync(join(shop.cwd, "data"));
    const rows = Array.from({ length: 9 }, (_, n) => `${2018 + n},${9 - n}`).join("\n");
    writeFileSync(join(shop.cwd, "data/wait.csv"), `year,days\n${rows}\n`);
    const [first, ...others] = SOUND.metrics ?? [];
    const values = { csv: "data/wait.csv", period: "year", value: "days" };
    const bundle = (version: string) => ({
      ...SENDABLE,
      version,
      metrics: [{ ...first, values }, ...others],
    });
    for (const version of ["1.0", "1.1"]) {
      shop.write(bundle(version));
      const ran = await shop.send();
      expect(ran.exit, ran.err).toBe(0);
    }
    const [object] = shop.files("b.sent/objects");
    expect(shop.files("b.sent/objects")).toHaveLength(1);
    expect(manifest("1.1").read).toEqual({ "data/wait.csv": object });
    writeFileSync(join(shop.cwd, "data/wait.csv"), `year,days\n${rows}1\n`);
    const ran = await shop.send();
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain('"data/wait.csv" differs');
  });
});

describe("a bundle that is not ready", () => {
  const { approver: _, ...undecided } = SOUND.ask ?? { decision: "Approve it" };

  test("with errors in its argument is not sent without a reason, which is kept", async () => {
    shop.write({ ...SENDABLE, ask: undecided });
    const ran = await shop.send();
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("ask/complete");
    expect(shop.files()).toEqual(["b.json"]);
    expect((await shop.send("--anyway", " ")).exit).toBe(2);
    expect((await shop.send("--anyway", "The board asked")).exit).toBe(0);
    expect(manifest().anyway).toBe("The board asked");
  });

  test("as a draft is not sent without a reason", async () => {
    shop.write({ ...SENDABLE, status: "draft" });
    const ran = await shop.send();
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("is marked as a draft");
    expect((await shop.send("--anyway", "For a first look")).exit).toBe(0);
  });

  test.each([
    ["version", { version: undefined }, "has no version"],
    ["date", { date: undefined }, "has no date"],
    ["version for a folder", { version: "1/0" }, "cannot be the name of a folder"],
    ["version that is a device", { version: "aux.1" }, "cannot be the name of a folder"],
    ["version that leads out", { version: ".." }, "cannot be the name of a folder"],
    [
      "readers",
      { stakeholders: SOUND.stakeholders?.map(({ part: _p, ...person }) => person), ask: undecided },
      "Nobody is named",
    ],
  ])("has no %s", async (_name, more, said) => {
    shop.write(JSON.stringify({ ...SENDABLE, ...more }));
    const ran = await shop.send();
    expect(ran.exit).not.toBe(0);
    expect(ran.err).toContain(said);
    expect(shop.files()).toEqual(["b.json"]);
  });

  test("names who is not among its people", async () => {
    const ran = await shop.send("--to", "cof");
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('Did you mean "cfo"?');
    expect(shop.files()).toEqual(["b.json"]);
  });

  test("says where its errors are, in the file as it is", async () => {
    shop.write({ ...SENDABLE, title: 5 });
    const ran = await shop.send("--anyway", "Never mind");
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("b.json:2:");
    expect((await cli(shop.cwd, ["send", "-"])).exit).toBe(2);
  });
});

describe("the folder of a version", () => {
  const file = (name: string) => join(shop.cwd, "b.sent/1.0", name);
  /** A folder from which the version was sent once; each test works on a copy. */
  let sent: Workshop;
  beforeAll(async () => {
    sent = workshop();
    expect((await sent.send()).exit).toBe(0);
  });
  afterAll(() => rmSync(sent.cwd, { recursive: true, force: true }));
  beforeEach(() => cpSync(sent.cwd, shop.cwd, { recursive: true }));

  test.each(["manifest.json", "bundle.json", "figures.json", "b-1.0.pptx"])(
    "without %s is named",
    async (name) => {
      unlinkSync(file(name));
      const ran = await shop.send();
      expect(ran.exit).toBe(2);
      expect(ran.err).toContain(`${name} is missing from what was sent`);
      expect(existsSync(file(name))).toBe(false);
    },
  );

  test.each(["manifest.json", "bundle.json", "figures.json", "b-1.0.pptx", "mails/to-cfo.json"])(
    "in which %s was edited is named",
    async (name) => {
      const text = readFileSync(file(name));
      // One letter or digit, so that JSON stays JSON.
      const at = name.endsWith(".pptx") ? 100 : text.lastIndexOf("2026-11-18");
      text[Math.max(at, 9)] = (text[Math.max(at, 9)] ?? 0) ^ 1;
      writeFileSync(file(name), text);
      const ran = await shop.send();
      expect(ran.exit).toBe(2);
      expect(ran.err).toContain(`${name} is not as it was sent`);
      expect(readFileSync(file(name))).toEqual(text);
    },
  );

  test("that is empty, renamed, or of a newer program is named", async () => {
    const text = shop.text("b.sent/1.0/manifest.json");
    writeFileSync(file("manifest.json"), text.replace('"format": 1', '"format": 2'));
    expect((await shop.send()).err).toContain("newer version of Foredeck");
    writeFileSync(file("manifest.json"), text);
    renameSync(join(shop.cwd, "b.sent/1.0"), join(shop.cwd, "b.sent/2.0"));
    shop.write({ ...SENDABLE, version: "2.0" });
    expect((await shop.send()).err).toContain('holds version "1.0": the folder was renamed');
    rmSync(join(shop.cwd, "b.sent/2.0"), { recursive: true });
    mkdirSync(join(shop.cwd, "b.sent/3.0"));
    shop.write({ ...SENDABLE, version: "3.0" });
    expect((await shop.send()).err).toContain("manifest.json is missing from what was sent");
  });

  test("that cannot be written leaves nothing behind", async () => {
    if (process.getuid?.() === 0) return;
    chmodSync(join(shop.cwd, "b.sent"), 0o555);
    shop.write({ ...SENDABLE, version: "1.1" });
    expect((await shop.send()).exit).toBe(2);
    chmodSync(join(shop.cwd, "b.sent"), 0o755);
    expect(shop.files("b.sent").filter((name) => !name.startsWith("1.0/"))).toEqual([]);
  });

  test("is missing: the version is sent again as it is", async () => {
    const before = snapshot("b.sent");
    rmSync(join(shop.cwd, "b.sent"), { recursive: true });
    expect((await shop.send()).exit).toBe(0);
    expect(snapshot("b.sent")).toEqual(before);
  });

  test("holds ten versions in less than 10 MB", async () => {
    for (let n = 1; n < 10; n++) {
      shop.write({ ...SENDABLE, version: `1.${n}` });
      expect((await shop.send()).exit).toBe(0);
    }
    const sizes = shop.files("b.sent").map((name) => statSync(join(shop.cwd, "b.sent", name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
  });
});
