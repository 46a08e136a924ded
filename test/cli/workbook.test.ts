import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Session, startSession } from "../../src/cli/preview/session.ts";
import type { Shown } from "../../src/cli/preview/shown.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { LEAST } from "../read/bundles.ts";
import { book, type Content } from "../workbooks/write.ts";
import { cli } from "./run.ts";
import { SENDABLE, workshop } from "./sent/bundle.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-workbook-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const VALUES = { xlsx: "kpi.xlsx", sheet: "Visits 2026", period: "Month", value: "Visits" };
const BUNDLE = { ...LEAST, metrics: LEAST.metrics.map((metric) => ({ ...metric, values: VALUES })) };
const workbook = (last: Content, folder = cwd): void =>
  writeFileSync(
    join(folder, "kpi.xlsx"),
    book({
      sheets: [
        {
          name: "Visits 2026",
          rows: [
            ["Month", "Visits"],
            ["2026-Q1", 10],
            ["2026-Q2", last],
          ],
          rowAttributes: { 2: 'hidden="1"' },
        },
      ],
      saved: "2026-11-03T09:00:00Z",
    }),
  );
const bundle = (content: object = BUNDLE): void =>
  writeFileSync(join(cwd, "b.json"), JSON.stringify(content));

describe("a workbook beside the bundle", () => {
  test("is named with the cell by every form of a report", async () => {
    workbook("many");
    bundle();
    const text = async (...argv: readonly string[]): Promise<string> =>
      (await cli(cwd, ["check", "b.json", ...argv])).out;
    const cell = "kpi.xlsx:'Visits 2026'!B3";
    expect((await cli(cwd, ["check", "b.json"])).all).toContain(`${cell}  xlsx/cell`);
    expect(await text("--format", "junit")).toContain(cell);
    const github = await text("--format", "github");
    expect(github).toMatch(/^::error file=kpi\.xlsx,title=xlsx\/cell::kpi\.xlsx:'Visits 2026'!B3%0A/m);
    const { diagnostics } = JSON.parse(await text("--format", "json")) as {
      diagnostics: { code: string; place: object }[];
    };
    expect(diagnostics.find(({ code }) => code === "xlsx/cell")?.place).toMatchObject({
      file: "kpi.xlsx",
      cell: "'Visits 2026'!B3",
      line: 3,
      column: 2,
    });
    const sarif = JSON.parse(await text("--format", "sarif")) as {
      runs: [{ results: { ruleId: string; locations: object[] }[] }];
    };
    const result = sarif.runs[0].results.find(({ ruleId }) => ruleId === "xlsx/cell");
    expect(result?.locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "kpi.xlsx" } },
      logicalLocations: [{ fullyQualifiedName: cell }],
    });
    expect(JSON.stringify(result?.locations)).not.toContain("startLine");
  });

  test("whose rows are hidden is a warning of check and build, and an error where warnings are", async () => {
    workbook(12);
    bundle();
    expect((await cli(cwd, ["check", "b.json"])).all).toContain("xlsx/hidden-rows");
    expect((await cli(cwd, ["build", "b.json", "-o", "b.md"])).all).toContain("xlsx/hidden-rows");
    expect((await cli(cwd, ["build", "b.json", "-o", "c.md", "--strict"])).exit).toBe(1);
  });

  test("gives figures their cells", async () => {
    workbook(12);
    bundle();
    const { out } = await cli(cwd, ["figures", "b.json", "--json"]);
    const figures = JSON.parse(out) as Record<string, { value: number; place: string }>;
    expect(figures["visits.latest"]).toMatchObject({ value: 12, place: "kpi.xlsx:'Visits 2026'!B3" });
    expect(figures["visits.first"]?.place).toBe("kpi.xlsx:'Visits 2026'!B2");
  });

  test("is part of what a deck is made of: another number is another deck", async () => {
    workbook(12);
    bundle();
    const build = async (): Promise<string> =>
      (
        await cli(cwd, ["build", "b.json", "-o", "b.md"], false, {
          env: { FOREDECK_CACHE_DIR: join(cwd, ".cache") },
        })
      ).out;
    await build();
    expect(await build()).toMatch(/unchanged\n$/);
    workbook(13);
    expect(await build()).not.toMatch(/unchanged\n$/);
    expect(readFileSync(join(cwd, "b.md"), "utf8")).toContain("13");
  });

  test("says file, sheet and the day it was saved where it is a source", async () => {
    workbook(12);
    const metrics = BUNDLE.metrics.map((metric) => ({ ...metric, source: "kpi" }));
    const source = {
      id: "kpi",
      name: "KPI workbook",
      owner: "Controlling",
      xlsx: "kpi.xlsx",
      sheet: "Visits 2026",
    };
    const charts = [{ id: "c", kind: "line", metrics: ["visits"], message: "Visits rise." }];
    const line = async (more: object): Promise<string> => {
      bundle({
        ...BUNDLE,
        charts,
        metrics: metrics.map((metric) => ({ ...metric, ...more })),
        sources: [source],
      });
      await cli(cwd, ["build", "b.json", "-o", "b.md"]);
      return readFileSync(join(cwd, "b.md"), "utf8");
    };
    const said = "KPI workbook (Controlling), kpi.xlsx, Visits 2026, saved 3 November 2026";
    expect(await line({})).toContain(said);
    expect(await line({ asOf: "2026-10-31" })).toContain(`${said}, as of 31 October 2026`);
  });

  test("is kept with the version that was sent", async () => {
    const shop = workshop();
    workbook(12, shop.cwd);
    const [first, ...others] = SENDABLE.metrics ?? [];
    const values = { ...VALUES, hidden: "read" };
    shop.write({ ...SENDABLE, metrics: [{ ...first, values }, ...others] });
    const ran = await shop.send("--anyway", "A test of what is kept");
    expect(ran.exit, ran.err).toBe(0);
    const { read } = JSON.parse(shop.text("b.sent/1.0/manifest.json")) as { read: Record<string, string> };
    expect(Object.keys(read)).toEqual(["kpi.xlsx"]);
    rmSync(shop.cwd, { recursive: true, force: true });
  });

  test("is where the preview says that a number is", async () => {
    workbook(12);
    const chart = { id: "c", kind: "column", metrics: ["visits"], message: "Visits rise.", show: ["values"] };
    bundle({ ...BUNDLE, charts: [chart] });
    let done: (shown: Shown) => void = () => undefined;
    const first = new Promise<Shown>((resolve) => {
      done = resolve;
    });
    const session: Session = await startSession({
      ...{ file: "b.json", look: {}, host: createNodeHost() },
      places: { cwd, editor: (file, line, column) => `ed://${file}:${line}:${column}` },
      shown: () => undefined,
      done: async (_before, after) => done(after),
      failed: (cause) => {
        throw cause;
      },
    });
    await first;
    const { slides } = await session.places();
    session.stop();
    const parts = slides.flatMap((slide) => slide.parts).filter(({ file }) => file === "kpi.xlsx");
    expect(parts.map(({ cell }) => cell)).toContain("'Visits 2026'!B3");
    // No editor of text opens it.
    expect(parts.every(({ href }) => href === undefined)).toBe(true);
  });
});
