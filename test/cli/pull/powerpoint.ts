import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A deck in the hands of a reader who works in PowerPoint: each change is written as PowerPoint writes it. */
export class Reader {
  readonly #parts: Map<string, Uint8Array>;

  constructor(deck: Uint8Array) {
    this.#parts = new Map(Object.entries(unzipSync(deck)));
  }

  text(name: string): string {
    return strFromU8(this.#parts.get(name) ?? new Uint8Array());
  }

  put(name: string, xml: string): this {
    this.#parts.set(name, strToU8(xml));
    return this;
  }

  change(name: string, from: string | RegExp, to: string): this {
    const before = this.text(name);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${name} has no ${from}`);
    return this.put(name, after);
  }

  get names(): readonly string[] {
    return [...this.#parts.keys()];
  }

  get slides(): readonly string[] {
    return [...this.#parts.keys()]
      .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  }

  /** The first slide whose XML holds these words. */
  slideWith(words: string): string {
    const found = this.slides.find((name) => this.text(name).includes(words));
    if (found === undefined) throw new Error(`no slide says "${words}"`);
    return found;
  }

  /** The first chart whose XML holds these words. */
  chartWith(words: string): string {
    const charts = [...this.#parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    const found = charts.find((name) => this.text(name).includes(words));
    if (found === undefined) throw new Error(`no chart says "${words}"`);
    return found;
  }

  /** Replaces words in a run; PowerPoint splits the run at the edit and marks what its dictionary does not know. */
  retype(slide: string, from: string, to: string): this {
    const run = new RegExp(
      `<a:r>(<a:rPr(?:(?!</a:r>).)*?)<a:t>((?:(?!</a:t>).)*?)${from}((?:(?!</a:t>).)*?)</a:t></a:r>`,
      "s",
    );
    const part = (text: string, more = ""): string =>
      text === "" ? "" : `<a:r>$1<a:t>${text}</a:t></a:r>`.replace("<a:rPr", `<a:rPr${more}`);
    return this.change(slide, run, `<a:r>$1<a:t>$2</a:t></a:r>${part(to)}<a:r>$1<a:t>$3</a:t></a:r>`);
  }

  /** A threaded comment ([MS-PPTX] 2.16.3.3) on a shape, with a reply. */
  comment(slide: string, shape: string, text: string, reply: string): this {
    const number = /slide(\d+)\.xml$/.exec(slide)?.[1] ?? "1";
    const id = new RegExp(`<p:cNvPr id="(\\d+)" name="${shape}"`).exec(this.text(slide))?.[1] ?? "2";
    const body = (words: string): string =>
      `<p188:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${words}</a:t></a:r></a:p></p188:txBody>`;
    const part = `ppt/comments/modernComment_1_${number}.xml`;
    this.put(
      part,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><p188:cmLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:cm id="{0A5B0000-0000-4000-8000-000000000001}" authorId="{11110000-0000-4000-8000-000000000001}" created="2026-11-20T09:15:00.000"><ac:deMkLst xmlns:ac="http://schemas.microsoft.com/office/drawing/2013/main/command"><ac:spMk id="${id}" creationId="{00000000-0000-0000-0000-000000000000}"/></ac:deMkLst><p188:replyLst><p188:reply id="{0A5B0000-0000-4000-8000-000000000002}" authorId="{11110000-0000-4000-8000-000000000002}" created="2026-11-20T10:00:00.000">${body(reply)}</p188:reply></p188:replyLst>${body(text)}</p188:cm></p188:cmLst>`,
    );
    this.put(
      "ppt/authors.xml",
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><p188:authorLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:author id="{11110000-0000-4000-8000-000000000001}" name="Cia" initials="C" userId="c" providerId="None"/><p188:author id="{11110000-0000-4000-8000-000000000002}" name="Ann" initials="A" userId="a" providerId="None"/></p188:authorLst>`,
    );
    const rels = `ppt/slides/_rels/slide${number}.xml.rels`;
    return this.change(
      rels,
      "</Relationships>",
      `<Relationship Id="rIdC1" Type="http://schemas.microsoft.com/office/2018/10/relationships/comments" Target="../comments/modernComment_1_${number}.xml"/></Relationships>`,
    ).change(
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/${part}" ContentType="application/vnd.ms-powerpoint.comments+xml"/><Override PartName="/ppt/authors.xml" ContentType="application/vnd.ms-powerpoint.authors+xml"/></Types>`,
    );
  }

  /** A new slide behind all others, with a text box. */
  addSlide(words: string): this {
    const last = this.slides.at(-1) ?? "";
    const number = Number(/slide(\d+)/.exec(last)?.[1] ?? 1) + 1;
    const layout = /Target="(\.\.\/slideLayouts\/[^"]+)"/.exec(
      this.text(last.replace("slides/", "slides/_rels/").concat(".rels")),
    )?.[1];
    this.put(
      `ppt/slides/slide${number}.xml`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="TextBox 1"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="900000" y="900000"/><a:ext cx="5000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
    );
    this.put(
      `ppt/slides/_rels/slide${number}.xml.rels`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout" Target="${layout}"/></Relationships>`,
    );
    return this.change(
      "ppt/_rels/presentation.xml.rels",
      "</Relationships>",
      `<Relationship Id="rIdNew" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide${number}.xml"/></Relationships>`,
    )
      .change("ppt/presentation.xml", "</p:sldIdLst>", `<p:sldId id="9001" r:id="rIdNew"/></p:sldIdLst>`)
      .change(
        "[Content_Types].xml",
        "</Types>",
        `<Override PartName="/ppt/slides/slide${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>`,
      );
  }

  /** Takes a slide out of the list; its part goes with it. */
  deleteSlide(slide: string): this {
    const target = slide.replace("ppt/", "");
    const rels = this.text("ppt/_rels/presentation.xml.rels");
    const relation = rels.match(/<Relationship [^>]*>/g)?.find((one) => one.includes(`"${target}"`)) ?? "";
    const id = / Id="([^"]+)"/.exec(relation)?.[1] ?? "";
    this.change("ppt/_rels/presentation.xml.rels", relation, "");
    this.change("ppt/presentation.xml", new RegExp(`<p:sldId [^>]*r:id="${id}"[^>]*/>`), "");
    this.#parts.delete(slide);
    return this;
  }

  save(): Uint8Array {
    return zipSync(Object.fromEntries(this.#parts));
  }
}
