import type { Page } from "../../model/page.ts";
import type { Rich } from "../../model/text.ts";
import { cleanText } from "../../ooxml/escape.ts";
import { child, descendant, type Element, el, elements, withChild, withChildren } from "../../ooxml/xml.ts";
import { runLanguage } from "./elements/language.ts";

/**
 * A notes page as PptxGenJS wrote it, mended: one paragraph a line (it puts line breaks into one run), emphasis kept,
 * the language said, and the change mark of a document that was never changed taken out.
 */
export function finishNotes(drawn: Element, page: Page, language: string): Element {
  const data = child(drawn, "p:cSld") ?? el("p:cSld");
  const tree = child(data, "p:spTree") ?? el("p:spTree");
  const shapes = elements(tree).map((shape) => {
    const type = descendant(shape, "p:nvSpPr", "p:nvPr", "p:ph")?.attributes["type"];
    const body = child(shape, "p:txBody");
    if (body === undefined) return shape;
    const paragraphs =
      type === "body" ? page.notes.map((line) => noteLine(line, language)) : [pageNumber(page, language)];
    return withChild(shape, "p:txBody", withChildren(body, el("a:bodyPr"), el("a:lstStyle"), paragraphs));
  });
  return withChild(drawn, "p:cSld", el("p:cSld", {}, withChildren(tree, shapes)));
}

const noteLine = (line: Rich, language: string): Element =>
  el(
    "a:p",
    {},
    line
      .filter((run) => run.text !== "")
      .map((run) =>
        el(
          "a:r",
          {},
          el("a:rPr", {
            ...runLanguage(run.text, language),
            b: run.bold ? true : undefined,
            i: run.italic ? true : undefined,
            dirty: false,
          }),
          el("a:t", {}, cleanText(run.text).replace(/\s*[\r\n]+\s*/g, " ")),
        ),
      ),
    el("a:endParaRPr", { lang: language, dirty: false }),
  );

const pageNumber = (page: Page, lang: string): Element =>
  el(
    "a:p",
    {},
    el(
      "a:fld",
      { id: "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type: "slidenum" },
      el("a:rPr", { lang }),
      el("a:t", {}, String(page.number)),
    ),
    el("a:endParaRPr", { lang }),
  );
