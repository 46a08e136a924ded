import { createServer } from "node:http";
import { deflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { learn } from "../../src/template/learn.ts";
import { openTemplate } from "../../src/template/open.ts";
import { CONTENT, holder, MASTER, pack, shape, solid, template, templateParts } from "./build.ts";

const text = (part: string | Uint8Array | undefined): string => String(part ?? "");

/** The code of the refusal of a file; "" for one that is learned. */
async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    learn(await openTemplate(bytes, "lobby.potx"), { path: "lobby.potx" });
    return "";
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    expect(cause.exit).toBe(2);
    const [found] = cause.diagnostics;
    expect(found?.what).toContain('"lobby.potx"');
    expect(found?.hint?.length).toBeGreaterThan(20);
    return (found?.code ?? "").replace("template/", "");
  }
}

/** The sound template with one part changed. */
const changed = (name: string, change: (text: string) => string | Uint8Array): Uint8Array => {
  const parts = templateParts();
  return pack({ ...parts, [name]: change(text(parts[name])) });
};
const LAYOUT = "/ppt/slideLayouts/slideLayout2.xml";
const MAIN = "/ppt/presentation.xml";
const ole = (words: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(words, "utf16le")]),
  );

describe("files that are no template", () => {
  test.each<[string, Uint8Array, string]>([
    ["an empty file", new Uint8Array(), "empty"],
    ["a text", new TextEncoder().encode("Dear colleagues"), "not-a-presentation"],
    ["an encrypted presentation", ole("EncryptedPackage"), "encrypted"],
    ["a presentation of 1997", ole("PowerPoint Document"), "old-format"],
    ["an archive of something", zipSync({ "a.txt": new Uint8Array([65]) }), "not-a-presentation"],
    [
      "an OpenDocument template",
      zipSync({
        mimetype: new TextEncoder().encode("application/vnd.oasis.opendocument.presentation-template"),
      }),
      "not-a-presentation",
    ],
    [
      "a document of Word",
      changed("/[Content_Types].xml", (xml) =>
        xml.replaceAll("presentationml.template", "wordprocessingml.document"),
      ),
      "not-a-presentation",
    ],
    [
      "a Strict presentation",
      changed("/_rels/.rels", (xml) =>
        xml.replace(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
          "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
        ),
      ),
      "strict",
    ],
    [
      "a presentation without a master",
      changed(MAIN, (xml) => xml.replace(/<p:sldMasterIdLst>.*<\/p:sldMasterIdLst>/, "")),
      "no-master",
    ],
    ["a master without a layout", template({ masters: [{ ...MASTER, layouts: [] }] }), "no-layout"],
    ["a truncated file", template().slice(0, 4_000), "unreadable"],
    ["a file that ends early", template().slice(0, -30), "unreadable"],
    ["a layout that is cut off", changed(LAYOUT, (xml) => xml.slice(0, 900)), "unreadable"],
    [
      "an external entity",
      changed(LAYOUT, (xml) =>
        xml.replace(/\?>/, '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
      ),
      "unreadable",
    ],
    [
      "an entity bomb in the theme",
      changed("/ppt/theme/theme1.xml", (xml) =>
        xml.replace(/\?>/, '?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'),
      ),
      "unreadable",
    ],
    [
      "elements without an end",
      changed(LAYOUT, (xml) =>
        xml.replace("<p:spTree>", `<p:spTree>${"<p:grpSp>".repeat(300)}${"</p:grpSp>".repeat(300)}`),
      ),
      "unreadable",
    ],
    ["a name that leads out", pack({ ...templateParts(), "/../evil.xml": "<x/>" }), "unreadable"],
    ["an XML bomb", changed(LAYOUT, (xml) => `${xml}<!--${" ".repeat(40 * 1_048_576)}-->`), "too-large"],
  ])("such as %s are refused with a reason", async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  test("such as an archive that says less than it holds are refused", async () => {
    // A local header that lies about the size of what is packed.
    const bytes = template();
    const view = Buffer.from(bytes);
    const at = view.indexOf(
      "ppt/slideLayouts/slideLayout2.xml",
      view.indexOf(Buffer.from("504b0102", "hex")),
    );
    const lie = new Uint8Array(bytes);
    new DataView(lie.buffer).setUint32(at - 46 + 24, 10, true);
    expect(await refusal(lie)).toBe("unreadable");
    expect(deflateRawSync(new Uint8Array(10)).length).toBeGreaterThan(0);
  });
});

describe("templates that are large or odd", () => {
  test("with more layouts than anybody uses are refused, with a few hundred learned", async () => {
    const many = (count: number): Uint8Array => {
      const layouts = Array.from({ length: count }, (_, n) => ({
        ...CONTENT,
        name: `Layout ${n}`,
        type: n === count - 1 ? "titleOnly" : "cust",
      }));
      return template({ masters: [{ ...MASTER, layouts }] });
    };
    expect(await refusal(many(2_000))).toBe("too-large");
    const opened = await openTemplate(many(400), "lobby.potx");
    expect(learn(opened, { path: "lobby.potx" }).contract.pages.content.layout).toBe("Layout 399");
  }, 30_000);

  test("with 300 MB of pictures are learned without unpacking any", async () => {
    const zeros = new Uint8Array(30 * 1_048_576);
    const media = Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [`/ppt/media/image${n}.png`, zeros]),
    );
    expect(await refusal(pack({ ...templateParts(), ...media }))).toBe("");
  }, 120_000);

  test("with more pictures on their masters than a deck can hold are refused, with some that are heavy it is said", async () => {
    const withPictures = async (megabytes: number) => {
      const options = {
        masters: [{ ...MASTER, media: { rBig: "big.png" } }],
        extra: { "/ppt/media/big.png": new Uint8Array(megabytes * 1_048_576) },
      };
      return openTemplate(template(options), "lobby.potx");
    };
    await expect(withPictures(70)).rejects.toMatchObject({
      diagnostics: [{ code: "template/too-large", hint: expect.stringContaining("Compress Pictures") }],
    });
    const { findings } = learn(await withPictures(31), { path: "lobby.potx" });
    expect(findings.map(({ what }) => what)).toEqual([expect.stringContaining("31 MB")]);
  }, 60_000);

  test("with a drawing of a hundred thousand points are learned", async () => {
    const points = Array.from(
      { length: 50_000 },
      (_, n) => `<a:lnTo><a:pt x="${(n * 7_919) % 1_000}" y="${(n * 104_729) % 1_000}"/></a:lnTo>`,
    ).join("");
    const geometry = `<a:custGeom><a:pathLst><a:path w="1000" h="1000"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>${points}</a:path></a:pathLst></a:custGeom>`;
    expect(
      await refusal(
        template({ masters: [{ ...MASTER, content: shape([0, 6, 13, 1], solid("accent1"), { geometry }) }] }),
      ),
    ).toBe("");
  }, 30_000);

  test.each<[string, Uint8Array]>([
    ["sizes that are no numbers", changed(LAYOUT, (xml) => xml.replaceAll(/cx="\d+"/g, 'cx="wide"'))],
    [
      "negative and endless sizes",
      changed(LAYOUT, (xml) =>
        xml.replaceAll(/cy="\d+"/g, 'cy="-1e400"').replaceAll(/x="\d+"/g, 'x="99999999999999999999"'),
      ),
    ],
    [
      "a slide of no size",
      changed(MAIN, (xml) => xml.replace(/<p:sldSz[^>]*>/, '<p:sldSz cx="0" cy="-5"/>')),
    ],
    ["a theme that is missing", changed("/ppt/theme/theme1.xml", () => "<a/>")],
    [
      "relationships that lead nowhere",
      changed("/ppt/slideMasters/_rels/slideMaster1.xml.rels", (xml) =>
        xml.replace("slideLayout2.xml", "absent.xml"),
      ),
    ],
    [
      "the same layout twice",
      changed("/ppt/slideMasters/slideMaster1.xml", (xml) => xml.replace(/(<p:sldLayoutId [^>]*>)/, "$1$1")),
    ],
    [
      "other prefixes",
      changed(LAYOUT, (xml) => xml.replaceAll("p:", "pres:").replaceAll("xmlns:p=", "xmlns:pres=")),
    ],
    [
      "only groups within groups",
      changed(LAYOUT, (xml) => xml.replace(/<p:sp>.*<\/p:sp>/, "<p:grpSp><p:grpSp/></p:grpSp>")),
    ],
    [
      "UTF-16",
      changed(
        LAYOUT,
        (xml) =>
          new Uint8Array(
            Buffer.concat([
              Buffer.from([0xff, 0xfe]),
              Buffer.from(xml.replace('encoding="UTF-8"', ""), "utf16le"),
            ]),
          ),
      ),
    ],
  ])("with %s are learned or refused, and give numbers that a contract may hold", async (_, bytes) => {
    try {
      const opened = await openTemplate(bytes, "lobby.potx");
      const { contract } = learn(opened, { path: "lobby.potx" });
      const { TemplateContract } = await import("../../src/theme/contract.ts");
      expect(TemplateContract.safeParse(contract).error?.issues ?? []).toEqual([]);
    } catch (cause) {
      if (!(cause instanceof DiagnosticsError)) throw cause;
    }
  });

  test("never make it ask another computer", async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    }).listen(0);
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/logo.png`;
    const remote = `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${url}" TargetMode="External"/>`;
    const parts = templateParts({
      masters: [
        {
          ...MASTER,
          content: `${holder({ type: "pic", idx: 40 })}<p:pic><p:nvPicPr><p:cNvPr id="9" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="rX" r:embed="rX"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr></p:pic>`,
        },
      ],
    });
    const rels = "/ppt/slideMasters/_rels/slideMaster1.xml.rels";
    const bytes = pack({
      ...parts,
      [rels]: text(parts[rels]).replace("</Relationships>", `${remote}</Relationships>`),
    });
    const { groundsOf } = await import("../../src/template/grounds.ts");
    const opened = await openTemplate(bytes, "lobby.potx");
    const grounds = groundsOf(opened, learn(opened, { path: "lobby.potx" }).contract);
    server.close();
    expect([asked, JSON.stringify(grounds)]).toEqual([0, expect.not.stringContaining("127.0.0.1")]);
  });
});
