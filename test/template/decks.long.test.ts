import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { contrast } from "../../src/base/contrast.ts";
import { overlaps } from "../../src/base/geometry.ts";
import { inchesToEmu } from "../../src/base/units.ts";
import { compileBundle } from "../../src/compile.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { carriedBy, withCarried } from "../../src/formats/pptx/label.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { render, renderPages } from "../../src/render.ts";
import { learn } from "../../src/template/learn.ts";
import { openTemplate } from "../../src/template/open.ts";
import { contractBundle } from "../charts/fixture.ts";
import { judge } from "../formats/pptx/judge.ts";
import { pngOf } from "../raster/files.ts";
import {
  CONTENT,
  COVER,
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

const disk = createNodeHost();
const text = new TextDecoder();

const small = (): object =>
  parse(readFileSync("samples/minimal.json", "utf8"), [], { allowTrailingComma: true });

/** A bundle on a template, which stands beside it with its contract. */
async function deckOn(
  options: TemplateOptions | Uint8Array,
  change: object = {},
  written: object = contractBundle(),
) {
  const bytes = options instanceof Uint8Array ? options : template(options);
  const { contract } = learn(await openTemplate(bytes, "company.potx"), { path: "company.potx" });
  const host = createMemoryHost(
    {
      "brand/company.potx": bytes,
      "brand/company.template.json": JSON.stringify({ ...contract, ...change }),
    },
    disk,
  );
  const bundle = { ...written, template: "brand/company.template.json" };
  const source = { bytes: new TextEncoder().encode(JSON.stringify(bundle)), file: "deck.json", root: "." };
  const compiled = await compileBundle(source, host);
  return { compiled, contract, host };
}

const partsOf = (deck: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(deck)).map(([name, content]) => [name, text.decode(content)]));

const one = (master: Partial<MasterOptions>): TemplateOptions => ({ masters: [{ ...MASTER, ...master }] });
const LOGO = { rLogo: "logo.png" };
const PICTURE = {
  "/ppt/media/logo.png": pngOf({ width: 2, height: 2, rows: Uint8Array.of(0, 0, 90, 0, 200, 30) }),
};
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
const OBJECT =
  '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="think-cell data"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><p:oleObj r:id="rOle" name="think-cell Slide" progId="TCLayout.ActiveDocument.1"><p:embed/></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>';
const LINK =
  '<p:sp><p:nvSpPr><p:cNvPr id="91" name="Linked"><a:hlinkClick r:id="rGone"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="6800000"/><a:ext cx="90000" cy="9000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>';

const TEMPLATES: Readonly<Record<string, TemplateOptions>> = {
  sound: {},
  "on dark paper": one(DARK),
  "with a logo at its foot": {
    ...one({ content: picture([11.5, 6.75, 1.4, 0.6], "rLogo"), media: LOGO }),
    extra: PICTURE,
  },
  "of 4:3": {
    ...one({
      layouts: [
        ...LAYOUTS.slice(0, 1),
        {
          ...CONTENT,
          content:
            holder({ type: "title", box: [0.5, 0.4, 9, 1] }) +
            holder({ type: "sldNum", idx: 12, box: [8, 7, 1.5, 0.3] }),
        },
      ],
    }),
    size: [10, 7.5],
  },
  "without a layout for dividers": one({ layouts: LAYOUTS.slice(0, 2) }),
  "of two masters": { masters: [MASTER, { ...MASTER, name: "Second" }] },
  "with a bar on its left": one({ content: shape([0, 0, 0.4, 7.5], solid("accent1"), { name: "Bar" }) }),
};

describe.each(Object.entries(TEMPLATES))("a deck on a template %s", (_name, options) => {
  test("is sound, the same twice, keeps clear of what is drawn, and is legible", {
    timeout: 60_000,
  }, async () => {
    const { compiled, contract, host } = await deckOn(options, {}, small());
    const deck = await render(compiled, "pptx", host);
    expect(await judge(deck)).toEqual([]);
    const again = await deckOn(options, {}, small());
    expect(Buffer.compare(await render(again.compiled, "pptx", again.host), deck)).toBe(0);

    const pages = {
      ...contract.pages,
      contentShort: contract.pages.content,
      statement: contract.pages.content,
    };
    for (const page of compiled.pages.pages)
      for (const { place } of pages[page.layout].keepOut) {
        const at = {
          x: inchesToEmu(place.x),
          y: inchesToEmu(place.y),
          w: inchesToEmu(place.w),
          h: inchesToEmu(place.h),
        };
        for (const item of page.items)
          if (item.type !== "text" || item.placeholder === undefined)
            expect(overlaps(item.frame, at), `${page.id}, ${item.name}`).toBe(false);
      }
    for (const layout of ["cover", "content", "divider"] as const) {
      const look = compiled.look.on(layout);
      const paper = look.ink("paper").hex;
      for (const ink of ["ink", "muted", "accent", "good", "bad"] as const)
        expect(contrast(look.ink(ink).hex, paper), `${ink} on ${layout}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test("charts are lower where slides are smaller and have little room, so that no page is refused", async () => {
  const low: TemplateOptions = {
    ...one({
      content: shape([0, 4.6, 11.02, 1.6], solid("accent1"), { name: "Band" }),
      layouts: layouts({
        cover: { content: COVER.content.replaceAll('cx="10972800"', 'cx="8900000"') },
        content: {
          type: "obj",
          content:
            holder({ type: "title", box: [0.6, 0.3, 9.8, 0.9] }) +
            holder({ idx: 1, box: [0.6, 1.6, 9.8, 2.6] }),
        },
      }),
    }),
    size: [11.02, 6.2],
  };
  const { compiled } = await deckOn(low);
  const charts = compiled.pages.pages.flatMap(({ items }) => items.filter(({ type }) => type === "chart"));
  expect(Math.min(...charts.map(({ frame }) => frame.h))).toBeLessThan(inchesToEmu(150 / 72));
});

test("slides stand on the template's layouts; titles follow their place, and say their size", async () => {
  const { compiled, host } = await deckOn({});
  const parts = partsOf(await render(compiled, "pptx", host));
  const slide = parts.get("ppt/slides/slide3.xml") ?? "";
  expect(parts.get("ppt/slides/_rels/slide3.xml.rels")).toContain("slideLayout2.xml");
  expect(parts.get("ppt/slideLayouts/slideLayout2.xml")).toContain(`name="${CONTENT.name}"`);
  const [, title = ""] =
    /(<p:sp><p:nvSpPr>(?:(?!<\/p:sp>).)*type="title"(?:(?!<\/p:sp>).)*<\/p:sp>)/s.exec(slide) ?? [];
  expect(title).not.toContain("<a:xfrm");
  expect(title).toMatch(/sz="2[2-6]00"/);
  expect(title).toContain("<a:noAutofit/>");
  // Colours of the theme, so that it can be changed.
  expect(slide).toContain('<a:schemeClr val="accent1"');
  expect(parts.get("ppt/theme/theme1.xml")).toContain(SCHEME.accent1);
});

test("a theme that names no typeface gets the one by whose widths lines are broken", async () => {
  const { compiled, host } = await deckOn(one({ fonts: ["", "Georgia"] }), {}, small());
  const theme = partsOf(await render(compiled, "pptx", host)).get("ppt/theme/theme1.xml") ?? "";
  expect(/<a:majorFont>\s*<a:latin typeface="([^"]*)"/.exec(theme)?.[1]).toBe("Calibri");
  expect(/<a:minorFont>\s*<a:latin typeface="([^"]*)"/.exec(theme)?.[1]).toBe("Georgia");
});

test("each shape of a master or layout has a number of its own, whatever program wrote the template", async () => {
  const bar = shape([0, 0, 13.333, 0.1], solid("accent1")).replace(/id="\d+"/, 'id="0"');
  const { compiled, host } = await deckOn(one({ content: bar.repeat(2) }), {}, small());
  const parts = partsOf(await render(compiled, "pptx", host));
  const drawn = [...parts].filter(([name]) => /\/slide(Master|Layout)s\/[^/]+\.xml$/.test(name));
  expect(drawn.length).toBe(4);
  for (const [name, xml] of drawn) {
    const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
    expect(ids, name).not.toContain("0");
  }
});

test("texts, tables and charts name the typeface of texts, whatever the template's own styles say", async () => {
  const named = one({ fonts: ["Georgia", "Arial"] });
  const { compiled, host } = await deckOn(named);
  const parts = partsOf(await render(compiled, "pptx", host));
  const tables = [...parts].filter(
    ([name, xml]) => name.startsWith("ppt/slides/slide") && xml.includes("<a:tbl>"),
  );
  expect(tables.length).toBeGreaterThan(0);
  for (const [name, xml] of tables) {
    const table = xml.slice(xml.indexOf("<a:tbl>"), xml.indexOf("</a:tbl>"));
    const runs = table.match(/<a:r>.*?<\/a:r>/gs) ?? [];
    expect(
      runs.filter((run) => !run.includes('<a:latin typeface="+mn-lt"')),
      name,
    ).toEqual([]);
  }
  const own = { family: "Acme Text", measured: "twin", like: "Arial" };
  const other = await deckOn(named, { fonts: { heading: own, body: own } });
  const charts = [...partsOf(await render(other.compiled, "pptx", other.host))].filter(([name]) =>
    /charts\/chart\d+\.xml$/.test(name),
  );
  expect(charts.length).toBeGreaterThan(0);
  for (const [name, xml] of charts) expect(xml.includes('typeface="+mn-lt"'), name).toBe(false);
});

test("a title that the contract places elsewhere than the layout says its place; a layout's own colour map is repeated", async () => {
  const map =
    '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
  const low = layouts({
    content: {
      content: holder({ type: "title", box: [0.6, 0.45, 12.1, 0.3] }),
      override: map,
      background: solid("bg1"),
    },
  });
  const { compiled, host } = await deckOn(one({ layouts: low }), {}, small());
  const deck = await render(compiled, "pptx", host);
  const slide = partsOf(deck).get("ppt/slides/slide3.xml") ?? "";
  const [title = ""] = slide.match(/<p:sp>(?:(?!<\/p:sp>).)*type="title"(?:(?!<\/p:sp>).)*/s) ?? [];
  expect(title).toContain("<a:xfrm>");
  expect(slide).toContain('<a:overrideClrMapping bg1="dk1"');
  expect(await judge(deck)).toEqual([]);
});

test("a page says its number also where the template has no place for one", async () => {
  const bare = layouts({ content: { content: holder({ type: "title", box: [0.6, 0.45, 12.1, 1] }) } });
  const { compiled, contract, host } = await deckOn(one({ layouts: bare }), {}, small());
  expect(contract.pages.content.number).toBeUndefined();
  const deck = await render(compiled, "pptx", host);
  const slide = partsOf(deck).get("ppt/slides/slide3.xml") ?? "";
  const [box = ""] =
    slide.match(/<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="Slide number"(?:(?!<\/p:sp>).)*/s) ?? [];
  expect(box).toContain('txBox="1"');
  expect(box).toContain('type="slidenum"');
  expect(box).toContain("<a:t>3</a:t>");
  expect(await judge(deck)).toEqual([]);
});

test("the footer stands on bare ground below the sources where the template has no place for it, else a finding says so", async () => {
  const bare = (content: string): TemplateOptions =>
    one({
      layouts: layouts({
        content: { content: holder({ type: "title", box: [0.6, 0.45, 12.1, 1] }) + content },
      }),
    });
  const bundle = { ...small(), confidentiality: "Secret" };
  const { compiled, contract, host } = await deckOn(bare(""), {}, bundle);
  const { footerLine, source } = contract.pages.content;
  expect(footerLine?.y).toBeGreaterThanOrEqual((source.y ?? 0) + source.h);
  const deck = await render(compiled, "pptx", host);
  const slide = partsOf(deck).get("ppt/slides/slide3.xml") ?? "";
  const [box = ""] = slide.match(/<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="Footer"(?:(?!<\/p:sp>).)*/s) ?? [];
  expect(box).toContain('txBox="1"');
  expect(box).toContain("Secret</a:t>");
  expect(await judge(deck)).toEqual([]);

  const bar = shape([0, 6.6, 13.333, 0.9], solid("accent1"), { name: "Bar" });
  const full = await deckOn(bare(bar), {}, bundle);
  expect(full.contract.pages.content.footerLine).toBeUndefined();
  expect(JSON.stringify(full.compiled.pages.pages[2])).not.toContain("Secret");
});

test("macros, samples, objects of think-cell, tags and links out of the file are left behind; pictures and labels stay", async () => {
  const label =
    '<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="MSIP_Label_0a1b-22_Name"><vt:lpwstr>Internal</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Author of the template"><vt:lpwstr>Somebody</vt:lpwstr></property></Properties>';
  const options: TemplateOptions = {
    ...one({
      content: `${OBJECT}${LINK}${picture([11.5, 6.75, 1.4, 0.6], "rLogo")}`,
      media: LOGO,
    }),
    extra: {
      ...PICTURE,
      "/ppt/vbaProject.bin": "macro",
      "/ppt/slides/slide1.xml": "<p:sld/>",
      "/docProps/custom.xml": label,
    },
  };
  const { compiled, host } = await deckOn(options);
  const deck = await render(compiled, "pptx", host);
  const parts = partsOf(deck);
  const names = [...parts.keys()];
  expect(names.filter((name) => /vba|embeddings|tags/.test(name))).toEqual(
    names.filter((name) => /embeddings\/.*xlsx$/.test(name)),
  );
  const master = parts.get("ppt/slideMasters/slideMaster1.xml") ?? "";
  expect(master).not.toContain("think-cell");
  expect(master).not.toContain("rGone");
  expect(master).toContain('name="Logo"');
  expect(names.filter((name) => name.startsWith("ppt/media/template"))).toHaveLength(1);
  const custom = parts.get("docProps/custom.xml") ?? "";
  expect(custom).toContain("MSIP_Label_0a1b-22_Name");
  expect(custom).not.toContain("Author of the template");
  expect(await judge(deck)).toEqual([]);
});

test("the label of the deck before goes before the template's, and is there once", async () => {
  const own = (name: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="MSIP_Label_0a1b-22_Name"><vt:lpwstr>${name}</vt:lpwstr></property></Properties>`;
  const { compiled, host } = await deckOn(
    { extra: { "/docProps/custom.xml": own("Internal") } },
    {},
    small(),
  );
  const deck = await render(compiled, "pptx", host);
  const before = await carriedBy(template({ extra: { "/docProps/custom.xml": own("Secret") } }));
  if (before === undefined) throw new Error("nothing was carried");
  const again = await withCarried(deck, before);
  const custom = partsOf(again).get("docProps/custom.xml") ?? "";
  expect(custom.match(/MSIP_Label_0a1b-22_Name/g)).toHaveLength(1);
  expect(custom).toContain("Secret");
  expect(await judge(again)).toEqual([]);
});

test("pictures, PDF and HTML draw what the template draws", async () => {
  const { compiled, host } = await deckOn(TEMPLATES["with a logo at its foot"] ?? {});
  const [, page] = await renderPages(compiled, "svg", "deck", host);
  expect(text.decode(page?.bytes)).toContain("data:image/png");
  expect(text.decode(await render(compiled, "html", host))).toContain("data:image/png");
  expect((await render(compiled, "pdf", host)).length).toBeGreaterThan(10_000);
});

describe("what keeps a template from being used is said", () => {
  const refusal = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    try {
      await work();
    } catch (cause) {
      if (cause instanceof DiagnosticsError) return cause.diagnostics.map(({ code }) => code);
      throw cause;
    }
    return [];
  };
  const named = (path: string, files: Readonly<Record<string, string | Uint8Array>>) => () =>
    compileBundle(
      {
        bytes: new TextEncoder().encode(JSON.stringify({ ...contractBundle(), template: path })),
        file: "deck.json",
        root: ".",
      },
      createMemoryHost(files, disk),
    );

  test.each([
    ["a file that is not there", "none.template.json", {}, ["template/missing"]],
    ["a file outside the bundle's folder", "../company.potx", {}, ["template/outside"]],
    ["a contract that is no JSON", "a.json", { "a.json": "{" }, ["template/contract-not-json"]],
    ["a template that is no presentation", "a.potx", { "a.potx": "PK nothing" }, ["template/unreadable"]],
  ] as const)("%s", async (_what, path, files, codes) => {
    expect(await refusal(named(path, files))).toEqual(codes);
  });

  test("a contract with a field that is not what it must be, each field once", async () => {
    const codes = await refusal(() => deckOn({}, { slide: { width: "wide", height: 7.5 }, more: 1 }));
    expect(codes).toEqual(["template/contract-invalid", "template/contract-invalid"]);
  });

  test("a contract of layouts that the template has no more", async () => {
    const { contract } = learn(await openTemplate(template({}), "company.potx"), { path: "company.potx" });
    const pages = {
      ...contract.pages,
      content: { ...contract.pages.content, part: "/ppt/slideLayouts/slideLayout99.xml" },
    };
    expect(await refusal(() => deckOn({}, { pages }))).toEqual(["template/contract-stale"]);
  });

  test("a template that has changed, and one without a contract, are used with a warning", async () => {
    const changed = await deckOn({}, { digest: `sha256-${"0".repeat(64)}` });
    expect(changed.compiled.pages.pages.length).toBeGreaterThan(10);
    const bare = await named("company.potx", { "company.potx": template({}) })();
    expect(bare.pages.pages.length).toBeGreaterThan(10);
  });
});
