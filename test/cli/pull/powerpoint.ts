import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The first time that a package can name, in whichever zone: the same bytes each time. */
const ZIP_START = "1980-01-01T00:00:00";

/** A thread of comments on a slide, on a shape or on words in it. */
export interface Thread extends Said {
  readonly shape?: string;
  /** First letter and number of letters in the text of the shape. */
  readonly words?: readonly [start: number, length: number];
  readonly status?: "resolved" | "closed";
  readonly replies?: readonly Said[];
}

interface Said {
  readonly by: string;
  /** As PowerPoint writes it, "2026-11-20T09:15:00.000". */
  readonly at: string;
  readonly text: string;
}

/** An id of its own for each thing that is written. */
const guid = (kind: string, n: number, m: number): string =>
  `{${kind.padStart(8, "0")}-0000-4000-8000-${String(n).padStart(6, "0")}${String(m).padStart(6, "0")}}`;

/** A deck in the hands of a reader who works in PowerPoint: each change is written as PowerPoint writes it. */
export class Reader {
  readonly #parts: Map<string, Uint8Array>;
  /** Names of those who comment, in the order in which they did. */
  readonly #authors: string[] = [];

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

  /** A threaded comment on a shape, with a reply. */
  comment(slide: string, shape: string, text: string, reply: string): this {
    const at = "2026-11-20T09:15:00.000";
    const answer = { by: "Ann", at: "2026-11-20T10:00:00.000", text: reply };
    return this.threads(slide, [{ by: "Cia", at, text, shape, replies: [answer] }]);
  }

  /** All threaded comments of a slide ([MS-PPTX] 2.16.3.3), and the part that names who wrote them. */
  threads(slide: string, threads: readonly Thread[]): this {
    const xml = this.text(slide);
    const number = /slide(\d+)\.xml$/.exec(slide)?.[1] ?? "1";
    const target = slide.replace("ppt/", "");
    const relation = this.text("ppt/_rels/presentation.xml.rels")
      .match(/<Relationship [^>]*>/g)
      ?.find((one) => one.includes(`"${target}"`));
    const r = / Id="([^"]+)"/.exec(relation ?? "")?.[1] ?? "";
    const place = new RegExp(`<p:sldId [^>]*r:id="${r}"[^>]*/>`).exec(this.text("ppt/presentation.xml"))?.[0];
    const sldId = / id="(\d+)"/.exec(place ?? "")?.[1] ?? "";
    const part = `ppt/comments/modernComment_${Number(sldId).toString(16).toUpperCase()}_0.xml`;
    const body = (words: string): string =>
      `<p188:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${words}</a:t></a:r></a:p></p188:txBody>`;
    const pc = 'xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"';
    const monikers = `<pc:docMk ${pc}/><pc:sldMk ${pc} cId="0" sldId="${sldId}"/>`;
    const ac = 'xmlns:ac="http://schemas.microsoft.com/office/drawing/2013/main/command"';
    const written = threads.map(({ shape, words, status, replies = [], ...comment }, n) => {
      const about = new RegExp(
        `<p:cNvPr id="(\\d+)" name="${shape}"[\\s\\S]*?creationId[^>]* id="([^"]+)"`,
      ).exec(xml);
      if (shape !== undefined && about === null) throw new Error(`${slide} has no shape ${shape}`);
      const mark = `<ac:spMk id="${about?.[1]}" creationId="${about?.[2]}"/>`;
      const anchor =
        shape === undefined
          ? `<pc:sldMkLst ${pc}>${monikers}</pc:sldMkLst>`
          : words === undefined
            ? `<ac:deMkLst ${ac}>${monikers}${mark}</ac:deMkLst>`
            : `<ac:txMkLst ${ac}>${monikers}${mark}<ac:txMk cp="${words[0]}" len="${words[1]}"><ac:context len="${words[0] + words[1] + 1}" hash="0"/></ac:txMk></ac:txMkLst>`;
      const answers = replies.map(
        ({ by, at, text }, m) =>
          `<p188:reply id="${guid("B", n, m)}" authorId="${this.#author(by)}" created="${at}">${body(text)}</p188:reply>`,
      );
      const state = status === undefined ? "" : ` status="${status}"`;
      const list = answers.length === 0 ? "" : `<p188:replyLst>${answers.join("")}</p188:replyLst>`;
      return `<p188:cm id="${guid(sldId, n, 0)}" authorId="${this.#author(comment.by)}"${state} created="${comment.at}">${anchor}${list}${body(comment.text)}</p188:cm>`;
    });
    this.put(
      part,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p188:cmLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main">${written.join("")}</p188:cmLst>`,
    );
    this.#named(part, "application/vnd.ms-powerpoint.comments+xml");
    return this.change(
      `ppt/slides/_rels/slide${number}.xml.rels`,
      "</Relationships>",
      `<Relationship Id="rIdC1" Type="http://schemas.microsoft.com/office/2018/10/relationships/comments" Target="../comments/${part.replace("ppt/comments/", "")}"/></Relationships>`,
    ).#listed();
  }

  /** A comment as programs wrote them before there were threads (ECMA-376 Part 1, 19.4), the only ones of its deck. */
  legacyComment(slide: string, { by, at, text }: Said): this {
    const number = /slide(\d+)\.xml$/.exec(slide)?.[1] ?? "1";
    const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const p = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    const [authors, comments] = ["ppt/commentAuthors.xml", `ppt/comments/comment${number}.xml`];
    const type = "application/vnd.openxmlformats-officedocument.presentationml";
    this.put(
      authors,
      `${head}<p:cmAuthorLst ${p}><p:cmAuthor id="1" name="${by}" initials="${by.slice(0, 1)}" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>`,
    );
    this.put(
      comments,
      `${head}<p:cmLst ${p}><p:cm authorId="1" dt="${at}" idx="1"><p:pos x="10" y="10"/><p:text>${text}</p:text></p:cm></p:cmLst>`,
    );
    this.#named(authors, `${type}.commentAuthors+xml`);
    this.#named(comments, `${type}.comments+xml`);
    return this.change(
      "ppt/_rels/presentation.xml.rels",
      "</Relationships>",
      `<Relationship Id="rIdA0" Type="${relation}/commentAuthors" Target="commentAuthors.xml"/></Relationships>`,
    ).change(
      `ppt/slides/_rels/slide${number}.xml.rels`,
      "</Relationships>",
      `<Relationship Id="rIdC0" Type="${relation}/comments" Target="../comments/comment${number}.xml"/></Relationships>`,
    );
  }

  /** Id of whoever comments, who is listed from then on. */
  #author(name: string): string {
    const known = this.#authors.indexOf(name);
    if (known < 0) this.#authors.push(name);
    return guid("A", known < 0 ? this.#authors.length - 1 : known, 0);
  }

  #listed(): this {
    const part = "ppt/authors.xml";
    const fresh = this.text(part) === "";
    const authors = this.#authors.map(
      (name, n) =>
        `<p188:author id="${guid("A", n, 0)}" name="${name}" initials="${name.slice(0, 1)}" userId="${name}" providerId="None"/>`,
    );
    this.put(
      part,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p188:authorLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main">${authors.join("")}</p188:authorLst>`,
    );
    if (!fresh) return this;
    this.#named(part, "application/vnd.ms-powerpoint.authors+xml");
    return this.change(
      "ppt/_rels/presentation.xml.rels",
      "</Relationships>",
      '<Relationship Id="rIdA1" Type="http://schemas.microsoft.com/office/2018/10/relationships/authors" Target="authors.xml"/></Relationships>',
    );
  }

  #named(part: string, type: string): this {
    return this.change(
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/${part}" ContentType="${type}"/></Types>`,
    );
  }

  /** Puts a shape elsewhere, in EMU. */
  move(slide: string, shape: string, right: number, down: number): this {
    const offset = new RegExp(`(name="${shape}"(?:(?!</p:spPr>)[\\s\\S])*?<a:off x=")(\\d+)(" y=")(\\d+)`);
    const [, head = "", x, middle = "", y] = offset.exec(this.text(slide)) ?? [];
    return this.change(slide, offset, `${head}${Number(x) + right}${middle}${Number(y) + down}`);
  }

  /** Part of the speaker notes of a slide. */
  notesOf(slide: string): string {
    const rels = this.text(slide.replace("slides/", "slides/_rels/").concat(".rels"));
    return `ppt/notesSlides/${/notesSlides\/(notesSlide\d+\.xml)/.exec(rels)?.[1]}`;
  }

  /** Changes a number of a chart where PowerPoint does: in its cache, and in the workbook behind it. */
  number(chart: string, from: number, to: number): this {
    const rels = this.text(chart.replace("charts/", "charts/_rels/").concat(".rels"));
    const book = `ppt/embeddings/${/embeddings\/([^"]+\.xlsx)/.exec(rels)?.[1]}`;
    const sheets = unzipSync(this.#parts.get(book) ?? new Uint8Array());
    const sheet = "xl/worksheets/sheet1.xml";
    const before = strFromU8(sheets[sheet] ?? new Uint8Array());
    const after = before.replace(`<v>${from}</v></c>`, `<v>${to}</v></c>`);
    if (after === before) throw new Error(`the workbook of ${chart} has no ${from}`);
    this.#parts.set(book, zipSync({ ...sheets, [sheet]: strToU8(after) }, { mtime: ZIP_START }));
    return this.change(chart, `<c:v>${from}</c:v>`, `<c:v>${to}</c:v>`);
  }

  /** Says who saved the deck, and when, in the properties that PowerPoint writes. */
  savedBy(person: string, at: string): this {
    const core = "docProps/core.xml";
    const set = (name: string, value: string, more = ""): void => {
      const found = new RegExp(`<${name}\\b[^>]*>[^<]*</${name}>`);
      const element = `<${name}${more}>${value}</${name}>`;
      if (found.test(this.text(core))) this.change(core, found, element);
      else this.change(core, "</cp:coreProperties>", `${element}</cp:coreProperties>`);
    };
    set("cp:lastModifiedBy", person);
    set("dcterms:modified", at, ' xsi:type="dcterms:W3CDTF"');
    return this.change(
      "docProps/app.xml",
      /<Application>[^<]*<\/Application>/,
      "<Application>Microsoft Office PowerPoint</Application>",
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
    return zipSync(Object.fromEntries(this.#parts), { mtime: ZIP_START });
  }
}
