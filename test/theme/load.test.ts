import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FONT_FAMILIES } from "../../src/base/fonts.ts";
import { type Diagnostic, DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/theme.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { fontOf, measureText } from "../../src/text/index.ts";
import { loadTheme, resolveTheme } from "../../src/theme/resolve.ts";

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

const FONTS_WITH = (body: string) => ({ heading: "Calibri", body, eastAsian: "Yu Gothic", complex: "Arial" });

describe("a theme", () => {
  test("is loaded where nothing is wrong, with any of the fonts that are known", async () => {
    for (const family of FONT_FAMILIES)
      expect(
        await findingsOf(({ fonts }) => Object.assign(fonts ?? {}, { heading: family, body: family })),
      ).toEqual([]);
  });

  test.each([
    ["Verdana", "Arial"],
    ["Segoe UI", "Arial"],
    ["Garamond Premier Pro", "Georgia"],
    ["PT Serif", "Georgia"],
    ["Noto Sans Mono", "Courier New"],
    ["Open Sans", "Arial"],
  ])("with the font %s is measured by %s, with a reserve, and says so", async (font, like) => {
    const theme = { ...(await loadTheme(createNodeHost(), "boardroom")), fonts: FONTS_WITH(font) };
    const { body } = resolveTheme(theme).fonts;
    expect(body).toMatchObject({ name: font, family: like, guessed: true });
    const text = "Nobody knows how wide this is";
    const known = resolveTheme({ ...theme, fonts: FONTS_WITH(like) }).fonts.body;
    expect(measureText(text, fontOf(body), 100) / measureText(text, fontOf(known), 100)).toBeGreaterThan(
      1.08,
    );
    const { what, why, hint } = messages.fontGuessed({}, font, like, FONT_FAMILIES);
    expect([what, why, hint].join(" ")).toContain(`"${font}"`);
  });

  test("names a known font in any case", async () => {
    const theme = {
      ...(await loadTheme(createNodeHost(), "boardroom")),
      fonts: FONTS_WITH("times new roman"),
    };
    expect(resolveTheme(theme).fonts.body).toEqual({ name: "Times New Roman", family: "Times New Roman" });
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
