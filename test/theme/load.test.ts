import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FONT_FAMILIES } from "../../src/base/fonts.ts";
import { type Diagnostic, DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/theme.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { loadTheme } from "../../src/theme/resolve.ts";

const file = new URL("../../themes/boardroom.json", import.meta.url);
const boardroom = (): Record<string, Record<string, unknown>> => JSON.parse(readFileSync(file, "utf8"));

/** What is said of a theme "lobby" that differs from the boardroom. */
async function findingsOf(change: (theme: Record<string, Record<string, unknown>>) => unknown) {
  const theme = boardroom();
  const replaced = change(theme);
  const json = typeof replaced === "object" && Array.isArray(replaced) ? replaced : theme;
  try {
    await loadTheme({ theme: async () => json }, "lobby");
    return [];
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return cause.diagnostics;
  }
}

const at = (field: string, value: unknown): messages.ThemeField => ({ theme: "lobby", field, value });

describe("a theme", () => {
  test("is loaded where nothing is wrong, with any of the fonts that are known", async () => {
    for (const family of FONT_FAMILIES)
      expect(
        await findingsOf(({ fonts }) => Object.assign(fonts ?? {}, { heading: family, body: family })),
      ).toEqual([]);
  });

  test.each(["Verdana", "Carlito", "arial", "Segoe UI", ""])("with the font %j is refused", async (font) => {
    const found = await findingsOf(({ fonts }) => Object.assign(fonts ?? {}, { body: font }));
    expect(found).toEqual([messages.themeUnknownFont(at("fonts.body", font), FONT_FAMILIES)]);
  });

  test("with an unknown font is told what is wrong, why, which fonts are known, and how to add one", () => {
    const { what, why, hint } = messages.themeUnknownFont(at("fonts.body", "Verdana"), FONT_FAMILIES);
    expect([what, why, hint].join(" ")).toMatch(
      /"lobby".*"Verdana".*fonts\.body.*breaks lines.*"Calibri".*"Arial"/,
    );
  });

  test.each<[string, (theme: Record<string, Record<string, unknown>>) => unknown, readonly Diagnostic[]]>([
    [
      "without a colour",
      ({ scheme }) => delete scheme?.["accent1"],
      [messages.themeLacks(at("scheme.accent1", undefined))],
    ],
    [
      "with two wrong colours",
      ({ scheme }) => Object.assign(scheme ?? {}, { dk1: "#142033", lt1: "white" }),
      [
        messages.themeInvalidColour(at("scheme.dk1", "#142033")),
        messages.themeInvalidColour(at("scheme.lt1", "white")),
      ],
    ],
    [
      "with an ink in no slot",
      ({ inks }) => Object.assign(inks ?? {}, { good: { slot: "accent9" } }),
      [
        messages.themeInvalidChoice(at("inks.good.slot", "accent9"), [
          ..."dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" "),
        ]),
      ],
    ],
    [
      "with a tint of more than all",
      ({ inks }) => Object.assign(inks ?? {}, { good: { slot: "accent2", tint: 12 } }),
      [messages.themeOutOfRange(at("inks.good.tint", 12), "most", 1)],
    ],
    [
      "with a size as text",
      ({ roles }) => Object.assign(roles?.["body"] ?? {}, { size: "14pt" }),
      [messages.themeInvalidType(at("roles.body.size", "14pt"), "number")],
    ],
    [
      "with a field of its own",
      ({ space }) => Object.assign(space ?? {}, { huge: 40 }),
      [messages.themeUnknownFields(at("space", boardroom()["space"]), ["huge"])],
    ],
    ["that is a list", () => [], [messages.themeInvalidType(at("", []), "object")]],
  ])("%s is refused in words", async (_, change, expected) => {
    expect(await findingsOf(change)).toEqual(expected);
  });

  test("that is no JSON is refused in words by the host of Node", async () => {
    const folder = await mkdtemp(join(tmpdir(), "foredeck-theme-"));
    await writeFile(join(folder, "lobby.json"), '{ "name": "Lobby", }');
    await expect(createNodeHost({ themes: folder }).theme("lobby")).rejects.toMatchObject({
      diagnostics: [{ code: "theme/not-json" }],
      exit: 2,
    });
  });
});
