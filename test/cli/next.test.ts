import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { raised } from "../../src/cli/check/fix/open-next.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-next-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (text: string): void => writeFileSync(join(cwd, "b.json"), text);
const got = (): string => readFileSync(join(cwd, "b.json"), "utf8");

const DECIDED = `"decided": {
    // In the room, after ten minutes.
    "result": "no", "date": "2026-12-04",
    "reasons": [{ "reason": "The trial is too short", "from": "lead" }, { "reason": "Too late" }],
  }`;
/** The sound bundle as somebody wrote it: with comments, a trailing comma, and more behind what was decided. */
function written(more: { readonly objections?: string; readonly history?: string } = {}): string {
  const { objections: _o, history: _h, status: _s, ...rest } = SOUND;
  const body = JSON.stringify(rest, undefined, 2).slice(2, -2);
  return `{
  // Ours.
  "version": "1.9", "status": "final",
${body},
${more.objections ?? ""}${more.history ?? ""}  ${DECIDED}, // the whole story
  "confidentiality": "Internal",
}
`;
}

describe("foredeck next", () => {
  test("raises the version and makes each reason an objection that was raised", async () => {
    put(written({ history: `  "history": [{ "version": "1.9", "date": "2026-11-18" }],\n` }));
    const { exit, err } = await cli(cwd, ["next", "b.json"]);
    expect(exit).toBe(0);
    expect(err).toContain("is version 1.10 now. Answer the objections raised-1, raised-2");
    const now = parse(got(), [], { allowTrailingComma: true });
    expect(now).toMatchObject({ version: "1.10", status: "draft" });
    expect(now.decided).toBeUndefined();
    expect(now.objections).toEqual([
      {
        ...{
          id: "raised-1",
          objection: "The trial is too short",
          from: "lead",
          raised: "2026-12-04",
          residual: "high",
        },
        answer: "TODO: Say what has changed since 4 December 2026, when this was the reason for a no.",
      },
      expect.objectContaining({ id: "raised-2", objection: "Too late", from: "head" }),
    ]);
    expect(now.history[0].decided).toMatchObject({ result: "no", reasons: [{}, {}] });
  });

  test("keeps comments and everything else as it was written", async () => {
    const before = written({ history: `  "history": [{ "version": "1.9", "date": "2026-11-18" }],\n` });
    put(before);
    await cli(cwd, ["next", "b.json"]);
    for (const kept of ["// Ours.", "// In the room, after ten minutes.", '"confidentiality": "Internal",'])
      expect(got()).toContain(kept);
    const lines = new Set(got().split("\n"));
    const lost = before.split("\n").filter((line) => !lines.has(line));
    expect(lost.length).toBeLessThan(8);
  });

  test("adds to objections that are there, and writes a history where there is none", async () => {
    put(
      written({
        objections: `  "objections": [\n    { "id": "raised-1", "objection": "Why now?", "answer": "It is cheap now." }, // theirs\n  ],\n`,
      }),
    );
    await cli(cwd, ["next", "b.json"]);
    const now = parse(got(), [], { allowTrailingComma: true });
    expect(now.objections.map(({ id }: { id: string }) => id)).toEqual(["raised-1", "raised-2", "raised-3"]);
    expect(got()).toContain("// theirs");
    expect(now.history).toEqual([
      { version: "1.9", date: SOUND.date, decided: expect.objectContaining({ result: "no" }) },
    ]);
  });

  test("the next version can be checked, and asks for its answers before it can be final", async () => {
    put(written());
    await cli(cwd, ["next", "b.json"]);
    const { out } = await cli(cwd, ["check", "b.json", "--format", "json"]);
    const codes = JSON.parse(out).diagnostics.map(({ code }: { code: string }) => code);
    expect(codes).toContain("deck/leak");
    expect(codes.filter((code: string) => /^(schema|json|bundle)\//u.test(code))).toEqual([]);
  });

  test("with --dry-run prints a diff and writes nothing", async () => {
    put(written());
    const before = got();
    const { out } = await cli(cwd, ["next", "b.json", "--dry-run"]);
    expect(out).toMatch(/^\+.*"version": "1\.10"/mu);
    expect(got()).toBe(before);
  });

  test("keeps Windows' line ends", async () => {
    put(written().replaceAll("\n", "\r\n"));
    await cli(cwd, ["next", "b.json"]);
    expect(got().replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("refuses where nothing was decided, after a yes, and where no version follows", async () => {
    put(JSON.stringify(SOUND));
    expect((await cli(cwd, ["next", "b.json"])).err).toContain("does not say what was decided");
    put(written().replace('"no"', '"yes"'));
    const yes = await cli(cwd, ["next", "b.json"]);
    expect([yes.exit, yes.err]).toEqual([1, expect.stringContaining("no version follows")]);
    put(written().replace('"1.9"', '"spring"'));
    expect((await cli(cwd, ["next", "b.json"])).err).toContain('The version after "spring" is not known');
  });

  test.each([
    ["1.0", "1.1"],
    ["1.9", "1.10"],
    ["2", "3"],
    ["v2.0-3", "v2.0-4"],
    ["final", undefined],
  ])("%s is followed by %s", (version, next) => expect(raised(version)).toBe(next));
});

describe("foredeck record and thanks", () => {
  test("print and write the record", async () => {
    put(written());
    const printed = await cli(cwd, ["record", "b.json"]);
    expect(printed.out).toContain("status: rejected");
    const { exit, err } = await cli(cwd, ["record", "b.json", "-o", "record.md"]);
    expect([exit, err]).toEqual([0, expect.stringContaining("record.md has the record")]);
    expect(readFileSync(join(cwd, "record.md"), "utf8")).toBe(printed.out);
    expect(JSON.parse((await cli(cwd, ["record", "b.json", "--json"])).out)).toMatchObject({
      result: "no",
      version: "1.9",
    });
  });

  test("the record never replaces the bundle", async () => {
    put(written());
    expect((await cli(cwd, ["record", "b.json", "-o", "./b.json"])).exit).toBe(2);
    expect(got()).toBe(written());
  });

  test("thanks prints a note for each, and JSON for programs", async () => {
    put(written());
    const { out } = await cli(cwd, ["thanks", "b.json"]);
    expect(out).toMatch(/^To: Ann\nSubject: Thank you: Answer faster\n\nDear Ann,/u);
    const { notes } = JSON.parse((await cli(cwd, ["thanks", "b.json", "--json"])).out);
    expect(notes[0]).toMatchObject({ id: "head", name: "Ann", email: null });
  });

  test("thanks writes each note as a mail, text and messages for chats, the same bytes twice", async () => {
    const nasty = 'Team <b>A</b>" <eve@example.org>, \u202eBcc: eve@example.org\u202c';
    const win = { date: "2026-09-01", what: "The first week went well", thanks: nasty };
    const bundle = parse(written(), [], { allowTrailingComma: true });
    const people = bundle.stakeholders.map((one: object) => ({ ...one, email: "ann@example.org" }));
    const contact = { name: "Bo", role: "Lead", email: "bo@example.org" };
    put(JSON.stringify({ ...bundle, contact, stakeholders: people, wins: [win] }));
    const { exit, out, err } = await cli(cwd, ["thanks", "b.json", "--out-dir", "notes"]);
    expect(exit, err).toBe(0);
    const names = readdirSync(join(cwd, "notes")).sort();
    expect(
      out
        .trim()
        .split("\n")
        .map((path) => path.replace("notes/", ""))
        .sort(),
    ).toEqual(names);
    expect(names.filter((name) => name.startsWith("b-thanks-head."))).toEqual(
      ["eml", "slack.json", "teams.json", "txt"].map((end) => `b-thanks-head.${end}`),
    );
    const read = (name: string) => readFileSync(join(cwd, "notes", name), "utf8");
    const mail = await PostalMime.parse(read("b-thanks-head.eml"));
    expect(mail).toMatchObject({
      ...{ from: { address: "bo@example.org" }, to: [{ name: "Ann", address: "ann@example.org" }] },
      ...{ subject: "Thank you: Answer faster", attachments: [] },
    });
    expect(mail.text).toContain("Dear Ann,");
    expect(mail.html).toContain("<p>Dear Ann,</p>");
    expect(JSON.parse(read("b-thanks-head.slack.json")).blocks[0].text.text).toBe("Thank you: Answer faster");
    expect(JSON.stringify(JSON.parse(read("b-thanks-head.teams.json")))).toContain("Dear Ann,");
    const team = names.find((name) => /thanks-\d+\.eml$/.test(name)) ?? "";
    const hostile = await PostalMime.parse(read(team));
    expect([hostile.bcc ?? [], hostile.to ?? []]).toEqual([[], []]);
    expect(hostile.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(hostile.html).not.toContain("<b>A</b>");
    const before = names.map(read);
    await cli(cwd, ["thanks", "b.json", "--out-dir", "notes"]);
    expect(names.map(read)).toEqual(before);
  });

  test("thanks writes no mail without any day", async () => {
    const { date: _, decided: __, ...bundle } = parse(written(), [], { allowTrailingComma: true });
    put(JSON.stringify(bundle));
    expect((await cli(cwd, ["thanks", "b.json"])).exit).toBe(0);
    const { exit, err } = await cli(cwd, ["thanks", "b.json", "--out-dir", "notes2"]);
    expect([exit, err]).toEqual([2, expect.stringContaining("thanks/date")]);
  });
});
