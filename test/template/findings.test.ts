import { describe, expect, test } from "vitest";
import { learn } from "../../src/template/learn.ts";
import { openTemplate } from "../../src/template/open.ts";
import {
  CONTENT,
  COVER,
  DIVIDER,
  holder,
  LAYOUTS,
  layouts,
  MASTER,
  type MasterOptions,
  picture,
  SCHEME,
  shape,
  solid,
  type TemplateOptions,
  template,
} from "./build.ts";

const one = (master: Partial<MasterOptions>): TemplateOptions => ({ masters: [{ ...MASTER, ...master }] });
const DARK = {
  scheme: {
    ...SCHEME,
    dk1: "101A2B",
    lt1: "FFFFFF",
    accent1: "7FB2F0",
    accent2: "6FE0C0",
    accent3: "FF8A70",
  },
  map: { bg1: "dk1", tx1: "lt1", bg2: "dk2", tx2: "lt2" },
};
const PART = '<?xml version="1.0" encoding="UTF-8"?>';
const P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const TITLE = holder({ type: "title", box: [0.6, 0.45, 12.1, 1] });
const FEET =
  holder({ type: "ftr", idx: 11, box: [4, 6.95, 5, 0.35] }) +
  holder({ type: "sldNum", idx: 12, box: [11, 6.95, 1.7, 0.35] });
const untyped = (names: readonly [string, string, string]) =>
  LAYOUTS.map((layout, n) => {
    const { type: _, ...rest } = layout;
    return { ...rest, name: names[n] ?? "" };
  });
const OLE = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="think-cell data"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="x"><p:oleObj name="think-cell Slide" progId="TCLayout.ActiveDocument.1"/></a:graphicData></a:graphic></p:graphicFrame>`;
const LABEL = `${PART}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="x"><property name="MSIP_Label_0a1b-22_Enabled"><vt:lpwstr>true</vt:lpwstr></property><property name="MSIP_Label_0a1b-22_Name"><vt:lpwstr>Internal</vt:lpwstr></property></Properties>`;
const SLIDE = `${PART}<p:sld ${P}/>`;

/** Templates with one trap each, and the findings that they raise. */
const TRAPS: Readonly<Record<string, readonly [TemplateOptions, readonly string[]]>> = {
  "a layout called Title Slide without a title": [
    one({
      layouts: layouts({
        cover: { content: holder({ type: "subTitle", idx: 1, box: [0.6, 3.5, 12, 0.9] }) },
      }),
    }),
    ["no-title"],
  ],
  "a body in the middle of the slide": [
    one({
      layouts: layouts({
        content: { type: "obj", content: TITLE + FEET + holder({ idx: 1, box: [4, 2.5, 5.3, 3] }) },
      }),
    }),
    ["small-body"],
  ],
  "a pale title": [
    one({
      layouts: layouts({
        content: {
          content: holder({ type: "title", box: [0.6, 0.45, 12.1, 1], fill: solid("9AA5B1") }) + FEET,
        },
      }),
    }),
    ["contrast"],
  ],
  "pale accents": [
    one({
      scheme: {
        accent1: "F6B26B",
        accent2: "FFE599",
        accent3: "9FC5E8",
        accent4: "D9D9D9",
        accent5: "B6D7A8",
        accent6: "F4CCCC",
        hlink: "9FC5E8",
        dk2: "9FC5E8",
      },
    }),
    ["no-accent"],
  ],
  "accents of one hue": [
    one({ scheme: { accent2: "2F5D8C", accent3: "41719C", accent5: "5B8DB8", accent6: "8FAADC" } }),
    ["good-bad-fixed"],
  ],
  "a font that nobody has": [one({ fonts: ["Acme Grotesk", "Calibri"] }), ["font-not-measured"]],
  "seven masters": [
    { masters: Array.from({ length: 7 }, (_, n) => ({ ...MASTER, name: `Master ${n + 1}` })) },
    ["several-masters"],
  ],
  "no footer": [
    one({
      layouts: layouts({
        content: { content: TITLE + holder({ type: "sldNum", idx: 12, box: [11, 6.95, 1.7, 0.35] }) },
      }),
    }),
    ["no-footer"],
  ],
  "slides of 4:3": [
    {
      ...one({
        layouts: layouts({
          cover: { content: COVER.content.replaceAll('cx="10972800"', 'cx="7772400"') },
          content: {
            content:
              holder({ type: "title", box: [0.5, 0.4, 9, 1] }) +
              holder({ type: "ftr", idx: 11, box: [3, 6.95, 4, 0.35] }) +
              holder({ type: "sldNum", idx: 12, box: [8, 6.95, 1.5, 0.35] }) +
              holder({ idx: 1, box: [0.5, 1.6, 9, 5] }),
            type: "obj",
          },
        }),
      }),
      size: [10, 7.5],
    },
    ["slide-size"],
  ],
  macros: [
    { type: "template.macroEnabled", extra: { "/ppt/vbaProject.bin": new Uint8Array([1, 2, 3]) } },
    ["macros-dropped"],
  ],
  "think-cell on the master": [
    {
      ...one({ content: OLE }),
      extra: {
        "/ppt/tags/tag1.xml": `${PART}<p:tagLst ${P}><p:tag name="THINKCELLPRESENTATIONDONOTDELETE" val="x"/></p:tagLst>`,
      },
    },
    ["think-cell-dropped"],
  ],
  "sample slides": [
    { extra: { "/ppt/slides/slide1.xml": SLIDE, "/ppt/slides/slide2.xml": SLIDE } },
    ["samples-dropped"],
  ],
  comments: [{ extra: { "/ppt/comments/comment1.xml": `${PART}<p:cmLst ${P}/>` } }, ["comments-dropped"]],
  "a sensitivity label": [{ extra: { "/docProps/custom.xml": LABEL } }, ["label-kept"]],
  "no slide number": [
    one({ layouts: layouts({ content: { content: TITLE } }) }),
    ["no-slide-number", "no-footer"],
  ],
  "a picture behind content, with white titles": [
    one({
      layouts: layouts({
        content: {
          content: holder({ type: "title", box: [0.6, 0.45, 12.1, 1], fill: solid("FFFFFF") }) + FEET,
          background: '<a:blipFill><a:blip r:embed="rM"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>',
          media: { rM: "photo.png" },
        },
      }),
    }),
    ["picture-under-text"],
  ],
  "layouts without types": [
    one({ layouts: untyped(["Titelfolie", "Nur Titel", "Abschnittsüberschrift"]) }),
    ["layout-guessed", "layout-guessed", "layout-guessed"],
  ],
  "a title of 14 pt in a box of 0.3 in": [
    one({
      layouts: layouts({
        content: {
          content: holder({ type: "title", box: [0.6, 0.45, 12.1, 0.3], run: 'sz="1400"' }) + FEET,
        },
      }),
    }),
    ["low-title"],
  ],
  "words where the slide number stands": [
    one({
      layouts: layouts({
        content: { content: TITLE + FEET + shape([11, 6.95, 1.7, 0.35], "", { text: "Lobby and Sons" }) },
      }),
    }),
    ["footer-covered"],
  ],
  "a logo as EMF": [
    one({ content: picture([12, 0.1, 1, 0.3], "rE"), media: { rE: "logo.emf" } }),
    ["not-drawn"],
  ],
};

/** Templates that look odd and need nothing said. */
const FINE: Readonly<Record<string, TemplateOptions>> = {
  "a sound template": {},
  "a presentation instead of a template": { type: "presentation" },
  "a slide show": { type: "slideshow" },
  "a colour map with bg1 = dk1": one(DARK),
  "slides of 10 × 5.63 in": {
    ...one({
      layouts: [
        {
          ...COVER,
          content:
            holder({ type: "ctrTitle", box: [0.4, 0.9, 9.2, 1.5] }) +
            holder({ type: "subTitle", idx: 1, box: [0.4, 2.5, 9.2, 0.8] }),
        },
        {
          ...CONTENT,
          type: "obj",
          content:
            holder({ type: "title", box: [0.4, 0.3, 9.2, 0.8] }) +
            holder({ idx: 1, box: [0.4, 1.2, 9.2, 3.7] }) +
            holder({ type: "ftr", idx: 11, box: [3, 5.1, 4, 0.3] }) +
            holder({ type: "sldNum", idx: 12, box: [8.6, 5.1, 1, 0.3] }),
        },
        { ...DIVIDER, content: holder({ type: "title", box: [0.4, 1.5, 9.2, 1.2] }) },
      ],
    }),
    size: [10, 5.625],
  },
  "a saturated bg2": one({ scheme: { lt2: "7030A0" } }),
  "placeholders with idx 4, 13, 14 and 15": one({
    layouts: layouts({
      cover: {
        content:
          holder({ type: "ctrTitle", idx: 4, box: [0.6, 1.5, 12, 1.9] }) +
          holder({ type: "subTitle", idx: 13, box: [0.6, 3.5, 12, 0.9] }),
      },
      content: {
        content:
          TITLE +
          holder({ type: "ftr", idx: 14, box: [4, 6.95, 5, 0.35] }) +
          holder({ type: "sldNum", idx: 15, box: [11, 6.95, 1.7, 0.35] }) +
          holder({ type: "body", idx: 14, box: [0.6, 1.6, 12.1, 5] }),
        type: "obj",
      },
    }),
  }),
  "a logo and a legal line": one({
    content:
      picture([12.2, 0.1, 1, 0.3], "rL") +
      shape([0.6, 7.3, 8, 0.2], "", { name: "Legal", text: "Confidential" }),
    media: { rL: "logo.png" },
  }),
};

const lesson = async (options: TemplateOptions) =>
  learn(await openTemplate(template(options), "lobby.potx"), { path: "lobby.potx" });
const codes = async (options: TemplateOptions): Promise<readonly string[]> =>
  (await lesson(options)).findings.map(({ code }) => code.replace("template/", ""));

describe("findings about a template", () => {
  test.each(Object.entries(TRAPS))("%s is found, and nothing else", async (_, [options, expected]) => {
    expect(await codes(options)).toEqual(expected);
  });

  test.each(Object.entries(FINE))("%s raises none", async (_, options) => {
    expect(await codes(options)).toEqual([]);
  });

  test("of each kind are raised by one of the traps", () => {
    const all = Object.values(TRAPS).map(([, expected]) => expected[0]);
    expect(new Set(all).size).toBe(all.length);
  });

  test("say what is wrong, what is done about it, and how to overrule that", async () => {
    for (const [options] of Object.values(TRAPS)) {
      for (const { what, hint } of (await lesson(options)).findings) {
        expect(what).toMatch(/(Foredeck|Slides|Decks|Every deck|Text of|left out|text boxes)/);
        expect(hint?.length).toBeGreaterThan(10);
      }
    }
  });
});
