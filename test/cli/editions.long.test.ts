import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parse } from "jsonc-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { plain } from "../../src/model/text.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const EDITIONS: Bundle["editions"] = [
  { id: "head", for: ["head"], lead: ["options", "risks"], leave: ["people", "goals"] },
  { id: "sheet", detail: "brief" },
  { id: "suomeksi", locale: "fi-FI" },
];
const BUNDLE: Bundle = { ...SOUND, editions: EDITIONS };

let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-editions-"));
  writeFileSync(join(cwd, "b.json"), JSON.stringify(BUNDLE));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Ids of the slides of an edition. */
const slidesOf = async (edition?: string, bundle: Bundle = BUNDLE): Promise<readonly string[]> =>
  (await compile(bundle, edition === undefined ? {} : { edition })).deck.slides.map(({ id }) => id);

describe("editions", () => {
  test("put the parts that lead first, and leave parts out", async () => {
    const [full, head] = [await slidesOf(), await slidesOf("head")];
    const at = (ids: readonly string[], id: string): number => ids.indexOf(id);
    expect(at(full, "options")).toBeGreaterThan(at(full, "why"));
    expect(at(head, "options")).toBeLessThan(at(head, "why"));
    expect(at(head, "risks")).toBe(at(head, "options") + 1);
    expect(full).toContain("people");
    for (const left of ["people", "goals"]) expect(head).not.toContain(left);
    expect(head.slice(0, 2)).toEqual(["cover", "answer"]);
  });

  test("keep the order of the bundle behind what leads", async () => {
    const order: Bundle["order"] = ["decision", "risks", "options"];
    const full = await slidesOf(undefined, { ...BUNDLE, order });
    const lead = await slidesOf("head", { ...BUNDLE, order, editions: [{ id: "head", lead: ["voices"] }] });
    const body = full.filter((id) => !id.startsWith("voices"));
    expect(lead.filter((id) => !id.startsWith("voices"))).toEqual(body);
    expect(lead.findIndex((id) => id.startsWith("voices"))).toBe(2);
  });

  test("are built under names of their own", async () => {
    const { exit, out } = await cli(cwd, ["build", "b.json", "--edition", "head", "--out-dir", "one"]);
    expect([exit, readdirSync(join(cwd, "one"))]).toEqual([0, ["b-head.pptx"]]);
    expect(out).toContain("b-head.pptx");
  });

  test("are all built by --editions, those of one page as PDF", async () => {
    const { exit } = await cli(cwd, ["build", "b.json", "--editions", "--out-dir", "all"]);
    expect([exit, readdirSync(join(cwd, "all")).sort()]).toEqual([
      0,
      ["b-brief.pdf", "b-head.pptx", "b-sheet.pdf", "b-suomeksi.pptx", "b.pptx"],
    ]);
  });

  test("that are not there are refused with those that are", async () => {
    const { exit, err } = await cli(cwd, ["build", "b.json", "--edition", "haed", "--out-dir", "none"]);
    expect(exit).toBe(2);
    expect(err).toContain('There is no edition "haed".');
    expect(err).toContain('Did you mean "head"?');
    expect(existsSync(join(cwd, "none", "b-haed.pptx"))).toBe(false);
    const both = await cli(cwd, ["build", "b.json", "--editions", "-o", "x.pptx"]);
    expect([both.exit, both.err]).toEqual([2, expect.stringContaining("--editions builds several")]);
  });

  test("have names that are unique among them, and may be those of stakeholders", async () => {
    const twice = [...(EDITIONS ?? []), { id: "head" }];
    await expect(compile({ ...BUNDLE, editions: twice })).rejects.toThrow(/head/u);
  });

  test("change nothing in the deck of a bundle that has some", async () => {
    await cli(cwd, ["build", "b.json", "-o", "with.pptx"]);
    writeFileSync(join(cwd, "without.json"), JSON.stringify(SOUND));
    await cli(cwd, ["build", "without.json", "-o", "without.pptx"]);
    expect(readFileSync(join(cwd, "with.pptx")).equals(readFileSync(join(cwd, "without.pptx")))).toBe(true);
  });
});

/** Texts of the slides of a finished deck by paragraph, without numbers of pages. */
function paragraphsIn(file: string): readonly string[] {
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  return Object.entries(parts)
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/u.test(name))
    .flatMap(([, bytes]) =>
      [...strFromU8(bytes).matchAll(/<a:p>.*?<\/a:p>/gsu)].map(([paragraph]) =>
        [...paragraph.replaceAll(/<a:fld.*?<\/a:fld>/gsu, "").matchAll(/<a:r>(.*?)<\/a:r>/gsu)]
          .filter(([run]) => !run.includes("hlinksldjump"))
          .map(([, run = ""]) => /<a:t>(.*?)<\/a:t>/su.exec(run)?.[1] ?? "")
          .join(""),
      ),
    );
}
const numbersIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts
      .filter((text) => !/^(?:Figures|Luvut) [0-9a-f]{12}/u.test(text))
      .flatMap((text) => text.match(/[−+]?\d[\d.,\u00a0\u202f ]*\d%?|[−+]?\d%?/gu) ?? []),
  );
const keywordsIn = (file: string): string =>
  /<cp:keywords>(.*?)<\/cp:keywords>/su.exec(
    strFromU8(unzipSync(new Uint8Array(readFileSync(file)))["docProps/core.xml"] ?? new Uint8Array()),
  )?.[1] ?? "";

describe("the figures of all editions", () => {
  test.each(["customer-listening", "sepsis-at-the-ward-door", "vuodot-kiinni-samana-paivana"])(
    "of %s are the same strings in the finished decks",
    async (name) => {
      const file = join(ROOT, name === "customer-listening" ? "test/bundles" : "samples", `${name}.json`);
      const bundle = parse(readFileSync(file, "utf8"), [], { allowTrailingComma: true }) as Bundle;
      const editions: Bundle["editions"] = [
        { id: "money", lead: ["investment", "plan"], leave: ["voices", "people"] },
        { id: "sheet", detail: "brief" },
      ];
      const folder = join(ROOT, name === "customer-listening" ? "test/bundles" : "samples");
      const { createNodeHost } = await import("../../src/host/node.ts");
      const { render } = await import("../../src/render.ts");
      const host = createNodeHost();
      const built = async (edition?: string): Promise<string> => {
        const compiled = await compile(
          { ...bundle, editions },
          {
            ...{ host, root: folder },
            ...(edition === undefined ? {} : { edition }),
          },
        );
        const path = join(cwd, `${name}-${edition ?? "full"}.pptx`);
        writeFileSync(path, await render(compiled, "pptx", host));
        return path;
      };
      const full = numbersIn(paragraphsIn(await built()));
      const [money, sheet] = [await built("money"), await built("sheet")];
      for (const edition of [money, sheet]) {
        const own = numbersIn(paragraphsIn(edition));
        expect(own.size).toBeGreaterThan(10);
        expect([...own].filter((number) => !full.has(number))).toEqual([]);
      }
      const [digest] = /figures-[0-9a-f]{12}/u.exec(keywordsIn(money)) ?? [];
      expect(digest).toBeDefined();
      expect(keywordsIn(sheet)).toContain(digest);
    },
  );

  test("are the same values in another language, under the same digest", async () => {
    const [full, other] = [
      await compile(BUNDLE, { edition: "head" }),
      await compile(BUNDLE, { edition: "suomeksi" }),
    ];
    const values = (of: typeof full) => Object.values(of.figures.all).map(({ id, exact }) => [id, exact]);
    expect(values(other)).toEqual(values(full));
    expect(other.story.digest).toBe(full.story.digest);
    expect(other.figures.all["ask.amount"]?.text).not.toBe(full.figures.all["ask.amount"]?.text);
    const moved = await compile(
      { ...BUNDLE, ask: { ...(SOUND.ask as NonNullable<Bundle["ask"]>), amount: 20001 } },
      { edition: "head" },
    );
    expect(moved.story.digest).not.toBe(full.story.digest);
  });
});

const MM = 36_000;

describe("the brief", () => {
  const words = (bundle: Bundle) =>
    compile(bundle, { edition: "brief" }).then(({ pages }) => ({
      pages,
      text: pages.pages
        .flatMap(({ items }) =>
          items.flatMap((item) =>
            item.type === "text"
              ? item.paragraphs
              : item.type === "table"
                ? item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs))
                : [],
          ),
        )
        .map(({ lines }) => lines.map(({ runs }) => plain(runs)).join(" "))
        .join("\n"),
    }));

  test("is one sheet of A4, or of letter in American English", async () => {
    const { pages } = await words(SOUND);
    expect([pages.pages.length, Math.round(pages.width / MM), Math.round(pages.height / MM)]).toEqual([
      1, 210, 297,
    ]);
    const american = await words({ ...SOUND, locale: "en-US" });
    expect([american.pages.width / 914_400, american.pages.height / 914_400]).toEqual([8.5, 11]);
  });

  test("says why, what is asked by when, three figures, the alternatives, and the main doubt with its answer", async () => {
    const { text } = await words(SOUND);
    const doubt = SOUND.objections?.find(({ residual }) => residual !== "low") ?? SOUND.objections?.[0];
    for (const part of [
      "Customers leave before anyone has answered them.",
      "Approve the trial",
      "EUR 20,000",
      "4 December 2026",
      ...(SOUND.options ?? []).map(({ name }) => name),
      doubt?.objection ?? "no objection",
    ])
      expect(text.replaceAll(/\s+/gu, " ")).toContain(part);
  });

  test("says nothing of what people think", async () => {
    const { text } = await words({
      ...SOUND,
      stakeholders: (SOUND.stakeholders ?? []).map((person) => ({
        ...person,
        stance: "opponent",
        concern: "Secret doubt",
      })),
    });
    expect(text).not.toMatch(/opponent|Secret doubt/u);
  });

  const long = (letters: number): string =>
    "Every word of it was weighed before it was written down here. ".repeat(40).slice(0, letters).trim();
  test.each([0, 20, 200, 600, 2_000])(
    "holds texts of %i letters more than usual on its one page",
    async (letters) => {
      const more = (sentence: string): string => `${sentence} ${long(letters)}`.trim().slice(0, 1_990);
      const bundle: Bundle = {
        ...SOUND,
        why: {
          ...SOUND.why,
          statement: more(SOUND.why.statement),
          reasons: (SOUND.why.reasons ?? []).map((reason) => ({
            ...reason,
            claim: more(reason.claim),
            because: more(reason.because),
          })),
        },
        options: (SOUND.options ?? []).map((option) => ({
          ...option,
          name: more(option.name).slice(0, 200),
          why: more(option.why ?? "It is there."),
        })),
        objections: (SOUND.objections ?? []).map((item) => ({
          ...item,
          objection: more(item.objection),
          answer: more(item.answer),
        })),
        contact: {
          name: `Bo ${long(Math.min(letters, 190))}`.trim(),
          role: `Lead ${long(Math.min(letters, 190))}`.trim(),
        },
      };
      const { pages } = await words(bundle);
      expect(pages.pages.length).toBe(1);
      for (const { frame } of pages.pages[0]?.items ?? [])
        expect(frame.y + frame.h).toBeLessThanOrEqual(pages.height);
    },
  );

  test("is there for a bundle that asks for nothing, compares nothing and has no objections", async () => {
    const { ask: _a, options: _o, objections: _b, contact: _c, ...rest } = SOUND;
    const { pages, text } = await words(rest);
    expect(pages.pages.length).toBe(1);
    expect(text).toContain(SOUND.title);
  });
});
