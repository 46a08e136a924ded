import { child, type Element, el, elements, withChildren } from "../../../ooxml/xml.ts";

export interface PresentationFacts {
  readonly masters: readonly { readonly id: number; readonly relation: string }[];
  /** Relationship of the notes master; undefined in a deck without notes. */
  readonly notesMaster: string | undefined;
  readonly slides: readonly { readonly id: number; readonly relation: string }[];
  readonly notesSize: { readonly width: number; readonly height: number };
  readonly defaultText: Element;
  readonly sections: Element | undefined;
}

/**
 * presentation.xml: PptxGenJS writes the list of notes masters after that of the slides (PowerPoint refuses a file in
 * schema order, it says, but that holds only while notes and slides share one theme part), lists a notes master in decks
 * without notes, and gives sections ids by chance. Order of children is put right when the part is written.
 */
export function patchPresentation(drawn: Element, facts: PresentationFacts): Element {
  const size = child(drawn, "p:sldSz");
  if (size === undefined) throw new Error("no presentation was drawn");
  return withChildren(
    drawn,
    el(
      "p:sldMasterIdLst",
      {},
      facts.masters.map(({ id, relation }) => el("p:sldMasterId", { id, "r:id": relation })),
    ),
    facts.notesMaster !== undefined &&
      el("p:notesMasterIdLst", {}, el("p:notesMasterId", { "r:id": facts.notesMaster })),
    el(
      "p:sldIdLst",
      {},
      facts.slides.map((slide) => el("p:sldId", { id: slide.id, "r:id": slide.relation })),
    ),
    elements(drawn).filter((node) => node === size),
    el("p:notesSz", { cx: facts.notesSize.width, cy: facts.notesSize.height }),
    facts.defaultText,
    facts.sections && el("p:extLst", {}, facts.sections),
  );
}
