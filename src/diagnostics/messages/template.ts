import type { Diagnostic } from "../diagnostic.ts";
import { count, error, every, quoted, thousands, warning } from "../make.ts";
import { SLIM } from "./contract.ts";

const SAVE_AS =
  "Save it in PowerPoint as a PowerPoint template (.potx) or presentation (.pptx), then learn that.";

const refused = (code: string, what: string, more: { why?: string; hint?: string } = {}): Diagnostic =>
  error(`template/${code}`, {}, what, more);

/** A file that is no package at all. */
export function templateNotPackage(
  file: string,
  kind: "encrypted" | "ole" | "empty" | "other" | "zip",
): Diagnostic {
  const name = `The template ${quoted(file)}`;
  switch (kind) {
    case "encrypted":
      return refused("encrypted", `${name} is encrypted with a password or by rights management.`, {
        why: "Foredeck cannot open it without the password, and asks for none.",
        hint: "Remove the protection in PowerPoint (File > Info > Protect Presentation), or ask its owner for an open copy.",
      });
    case "ole":
      return refused("old-format", `${name} has the format of PowerPoint 97-2003 (.ppt, .pot).`, {
        hint: SAVE_AS,
      });
    case "empty":
      return refused("empty", `${name} is empty.`, { hint: "Copy or download it again." });
    default:
      return refused("not-a-presentation", `${name} is no presentation of PowerPoint.`, { hint: SAVE_AS });
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  zip: "is damaged: it cannot be unpacked",
  name: "holds a file whose name leads out of it",
  duplicate: "holds two files of one name",
  xml: "is damaged: one of its parts is not well-formed XML",
  doctype: "holds a part with a document type, which no presentation may have",
  depth: "holds a part whose elements nest deeper than any that PowerPoint saves",
  size: "holds more than a template needs, or more than it says",
};

/** A package that cannot be read to its end. */
export const templateUnreadable = (file: string, fault: string, detail: string): Diagnostic =>
  refused(
    fault === "size" ? "too-large" : "unreadable",
    `The template ${quoted(file)} ${FAULTS[fault] ?? "cannot be read"} (${detail.replace(/\.$/, "")}).`,
    fault === "size"
      ? {
          why: "Foredeck stops before such a file takes all memory.",
          hint: "Delete layouts and sample slides that nobody uses in Slide Master view, and save the file again.",
        }
      : { hint: "Open it in PowerPoint, which mends it or says that it cannot, and save it again." },
  );

/** A package of something else: an OpenDocument file, a document of Word. */
export const templateOther = (file: string, kind: string): Diagnostic =>
  refused(
    "not-a-presentation",
    `The template ${quoted(file)} is ${
      /opendocument/.test(kind)
        ? "an OpenDocument file"
        : kind === "Word" || kind === "Excel"
          ? `a file of ${kind}`
          : "no presentation of PowerPoint"
    }.`,
    { hint: SAVE_AS },
  );

export const templateStrict = (file: string): Diagnostic =>
  refused("strict", `The template ${quoted(file)} was saved as "Strict Open XML Presentation".`, {
    why: "Slides of the usual format cannot stand on masters of that one.",
    hint: SAVE_AS,
  });

export const templateWithoutMaster = (file: string): Diagnostic =>
  refused("no-master", `The template ${quoted(file)} has no slide master.`, {
    why: "Fonts, colours and places come from the master.",
    hint: "Open it in PowerPoint and save it again, or take another file of the company.",
  });

export const templateWithoutLayouts = (file: string): Diagnostic =>
  refused("no-layout", `The template ${quoted(file)} has a slide master, but no slide layout.`, {
    hint: "Add a layout in PowerPoint (View > Slide Master > Insert Layout) and save the file again.",
  });

export const templateTooSmall = (file: string, width: number, height: number, least: number): Diagnostic =>
  refused(
    "too-small",
    `Slides of the template ${quoted(file)} are ${width} × ${height} in. Decks need slides of ${least} square inches at least, such as 7 × 4 in.`,
    {
      why: "Text is 8 pt at least, so that it can be read in print; a few lines of it fill such a slide.",
      hint: "Set a larger slide size in PowerPoint (Design > Slide Size > Custom Slide Size > Ensure Fit), and save the file again.",
    },
  );

export const templateTooManyLayouts = (file: string, n: number, limit: number): Diagnostic =>
  refused(
    "too-large",
    `The template ${quoted(file)} has ${thousands(n)} slide layouts; ${thousands(limit)} are read at most.`,
    {
      why: "So many layouts come from decks that were pasted into one another; nobody uses them.",
      hint: "Delete the unused masters and layouts in Slide Master view, and save the file again.",
    },
  );

export const templateTooManyBytes = (file: string, bytes: number, limit: number): Diagnostic =>
  refused(
    "too-large",
    `The template ${quoted(file)} has ${thousands(Math.round(bytes / 1_048_576))} MB; ${thousands(limit / 1_048_576)} MB are read at most.`,
    {
      hint: "Compress its pictures in PowerPoint (Picture Format > Compress Pictures > all pictures) and delete its sample slides.",
    },
  );

const megabytes = (bytes: number): string => thousands(Math.round(bytes / 1_048_576));

export const templateHeavyPictures = (file: string, bytes: number, limit: number): Diagnostic =>
  refused(
    "too-large",
    `The pictures on the masters and layouts of the template ${quoted(file)} take ${megabytes(bytes)} MB; ${megabytes(limit)} MB are kept at most.`,
    { why: "Every deck holds all of them, and nobody could send it.", hint: SLIM },
  );

const found = (code: string, what: string, hint: string, why?: string): Diagnostic =>
  warning(`template/${code}`, {}, what, { hint, ...(why === undefined ? {} : { why }) });

const pageName = (page: string): string =>
  ({ cover: "covers", content: "content pages", divider: "dividers" })[page] ?? page;
const layoutName = (layout: string): string =>
  layout === "" ? "a layout that Foredeck adds" : `the layout ${quoted(layout)}`;
const inch = (emu: number): string => `${Math.round((emu / 914_400) * 100) / 100} in`;
const choose = (page: string): string =>
  `To take another layout, write its name and part at pages.${page} of the contract, set "matched" there to "contract", and learn the template again.`;

export const templateNoTitle = (page: string, layout: string): Diagnostic =>
  found(
    "no-title",
    `For ${pageName(page)} ${layoutName(layout)} has no title placeholder; their titles become text boxes.`,
    `Tick Title for that layout in Slide Master view, then learn the template again. ${choose(page)}`,
    "Outline view, links and screen readers know a slide by its title placeholder.",
  );

const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const templateSmallBody = (fact: {
  readonly own: number;
  readonly used: number;
  readonly layout: string;
}): Diagnostic =>
  found(
    "small-body",
    `The content area of ${layoutName(fact.layout)} takes ${percent(fact.own)} of the slide. ${
      fact.used > fact.own + 0.02
        ? `Foredeck uses the bare ground around it, too: ${percent(fact.used)}.`
        : `${fact.used < fact.own - 0.02 ? `Clear of what the template draws, ${percent(fact.used)} are left. ` : ""}Slides hold less, and more of them are continued.`
    }`,
    `Write another area at pages.content.body of the contract. ${choose("content")}`,
    "Foredeck's own content area takes 60% of the slide, that of Office's standard template 50%.",
  );

export const templateContrast = (fact: {
  readonly page: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly ground: string;
  readonly ratio: number;
}): Diagnostic =>
  found(
    "contrast",
    `The ${fact.what} of ${pageName(fact.page)} is #${fact.from} on #${fact.ground}, a contrast of ${fact.ratio.toFixed(1)}:1. Foredeck writes it in #${fact.to}.`,
    `Change the colour in the template, or write another one at pages.${fact.page}.${fact.what}.colour of the contract.`,
    "Text needs 4.5:1 to be read by everybody, in print and on a projector (WCAG 2.2, 1.4.3).",
  );

export const templateLowTitle = (fact: {
  readonly page: string;
  readonly had: number;
  readonly has: number;
  readonly lines: number;
  readonly size: number;
}): Diagnostic =>
  found(
    "low-title",
    `The title box of ${pageName(fact.page)} is ${inch(fact.had)} high, too low for ${fact.page === "content" ? "two lines of 22 pt" : "two lines"}. Foredeck makes it ${inch(fact.has)} high: ${count(fact.lines, "line")} of ${fact.size} pt.`,
    `Make the box higher in the template, or change pages.${fact.page}.title of the contract.`,
    "Titles are sentences that state the takeaway; few of them fit one line.",
  );

export const templatePanel = (page: string, layout: string, paper: string): Diagnostic =>
  found(
    "picture-under-text",
    `What ${layoutName(layout)} draws below the text of ${pageName(page)} is too uneven to read on, or leaves too little room. Foredeck lays a panel of #${paper} under the text.`,
    `Look at the slides. To have no panel, take a layout with a plain ground, or remove "panels" from pages.${page} of the contract and choose inks that can be read there. ${choose(page)}`,
    "Text needs 4.5:1 to whatever is behind each of its letters.",
  );

export const templateCoveredFooter = (
  page: string,
  layout: string,
  what: "footer" | "date" | "number",
): Diagnostic => {
  const name = what === "number" ? "slide number" : what;
  return found(
    "footer-covered",
    `On ${layoutName(layout)} words of the template stand where its ${name} does. Foredeck writes no ${name} there on ${pageName(page)}.`,
    "Remove the words in Slide Master view, or move them away from the placeholder, then learn the template again.",
    "Two texts on top of one another cannot be read.",
  );
};

export const templateNoNumber = (layout: string): Diagnostic =>
  found(
    "no-slide-number",
    `For content pages ${layoutName(layout)} has no place for the slide number. Foredeck writes it at the end of the sources.`,
    "Tick Footers and add the slide number in Slide Master view, then learn the template again.",
    "Readers name slides by their number, and the deck refers to its own slides by it.",
  );

export const templateNoFooter = (layout: string, written: boolean): Diagnostic =>
  found(
    "no-footer",
    `For content pages ${layoutName(layout)} has no place for the footer${
      written
        ? ". Foredeck writes it on the bare ground below the sources."
        : ", and there is no bare ground below the sources. Slides of content say neither the deck's title nor that it is confidential or a draft."
    }`,
    "Tick Footers and add the footer in Slide Master view, then learn the template again. Or write a place for it at pages.content.footerLine of the contract.",
    "A page that was taken out of its deck still says which deck it is from, and who may see it.",
  );

export const templateGuessed = (
  page: string,
  layout: string,
  by: "signature" | "name" | "added",
): Diagnostic =>
  found(
    "layout-guessed",
    by === "added"
      ? `The template has no layout for ${pageName(page)}. Foredeck adds one to its slide master.`
      : `No layout of the template says by its type that it is for ${pageName(page)}. Foredeck takes ${quoted(layout)}, by its ${by === "name" ? "name" : "placeholders"}.`,
    choose(page),
  );

export const templateNoAccent = (
  kind: "first" | "adjusted" | "grey" | "fixed" | "own",
  accent: object,
  fixed: boolean,
): Diagnostic =>
  found(
    "no-accent",
    `${
      {
        first:
          "The first accent of the template can be seen on its paper, but is too pale for text. Foredeck takes a shade of it that can be read",
        adjusted:
          "No accent of the template can be read as text on its paper. Foredeck takes one and changes its brightness",
        grey: "The template has no accent but greys. Foredeck takes one of them",
        fixed: "The template has no colour that serves as an accent. Foredeck takes one of its own",
        own: "",
      }[kind]
    }: ${colourText(accent)}.${fixed ? " Its colours for good and bad are Foredeck's own, too." : ""}`,
    "Write another colour at inks.accent of the contract, and a pale one for grounds at inks.accentSoft; the same for inks.good and inks.bad.",
    "The accent marks what matters, in words and charts; it needs 4.5:1 to the paper.",
  );

const colourText = (colour: object): string => {
  const { hex, scheme, lumMod, lumOff } = colour as Readonly<Record<string, string | number | undefined>>;
  if (scheme === undefined) return `#${hex}`;
  if (lumMod === undefined && lumOff === undefined) return String(scheme);
  const kept = Number(lumMod ?? 100_000) / 1_000;
  return `${scheme}, ${lumOff === undefined ? `darker (${kept}% as bright)` : `lighter (${100 - kept}% towards white)`}`;
};

export const templateFixedGoodBad = (good: boolean, bad: boolean): Diagnostic =>
  found(
    "good-bad-fixed",
    `The template has no colour that reads as ${good && bad ? "good, and none that reads as bad" : good ? "good" : "bad"}, can be read on its paper, and is apart from its accent. Foredeck takes ${good && bad ? "two of its own" : "one of its own"}.`,
    `If the company has such colours, write them at ${good && bad ? "inks.good and inks.bad" : good ? "inks.good" : "inks.bad"} of the contract, with pale ones for their grounds at ${good && bad ? "inks.goodSoft and inks.badSoft" : good ? "inks.goodSoft" : "inks.badSoft"}.`,
  );

export const templateFontUnknown = (family: string, like: string): Diagnostic =>
  found(
    "font-not-measured",
    `Foredeck does not know how wide the letters of ${quoted(family)} are. It sets text as wide as in ${quoted(like)}, with a reserve.`,
    `Name the font's file: --font ${JSON.stringify(`${family}=FILE.ttf`)}. Its widths are then written into the contract, and nobody else needs the file.`,
    "Lines are broken by the widths of letters; with other widths lines may break elsewhere in PowerPoint.",
  );

interface MasterName {
  readonly name: string;
  readonly part: string;
}

const masterName = ({ name, part }: MasterName): string => (name === "" ? part : `${quoted(name)} (${part})`);

/** `covers` is the master of covers and dividers, where it is another one. */
export const templateSeveralMasters = (n: number, content: MasterName, covers?: MasterName): Diagnostic =>
  found(
    "several-masters",
    covers === undefined
      ? `The template has ${n} slide masters. Foredeck uses ${masterName(content)}, which has the best layouts.`
      : `The template has ${n} slide masters. Foredeck uses ${masterName(covers)} for covers and dividers, and ${masterName(content)} for content, which has more room on it.`,
    'To use another, choose one of its layouts at pages.content of the contract (part, and "matched": "contract"), and learn the template again.',
  );

export const templateSize = (width: number, height: number): Diagnostic =>
  found(
    "slide-size",
    `Slides of the template are ${Math.round(width * 100) / 100} × ${Math.round(height * 100) / 100} in, which is not 16:9. Decks are laid out at that size.`,
    "Nothing to do, if the company shows such slides. Slides that are narrower hold less.",
  );

export const templateHeavy = (bytes: number): Diagnostic =>
  found(
    "heavy",
    `The pictures on the masters and layouts of the template take ${megabytes(bytes)} MB. Every deck is as heavy.`,
    SLIM,
    "Many companies stop mails of more than 20 MB, and such a deck opens slowly.",
  );

export const templateMacros = (): Diagnostic =>
  found(
    "macros-dropped",
    "The template holds macros (VBA). Decks are written without them, as .pptx.",
    "Nothing to do, unless a macro draws something that decks need.",
    "Mail filters stop files with macros, and a deck needs none to be read.",
  );

export const templateThinkCell = (): Diagnostic =>
  found(
    "think-cell-dropped",
    "The template holds objects of think-cell. Decks are written without them.",
    "Nothing to do: think-cell adds its objects again when somebody edits a deck with it.",
  );

export const templateSamples = (n: number): Diagnostic =>
  found(
    "samples-dropped",
    `The template holds ${count(n, "slide")} of its own. Decks are written without ${n === 1 ? "it" : "them"}.`,
    "Nothing to do. A template (.potx) without slides is smaller, and is read faster.",
  );

export const templateRemarks = (comments: boolean, tags: boolean): Diagnostic =>
  found(
    "comments-dropped",
    `The template holds ${[comments ? "comments" : "", tags ? "tags of add-ins" : ""].filter((part) => part !== "").join(" and ")}. Decks are written without them.`,
    "Nothing to do.",
  );

export const templateLabel = (labels: readonly string[]): Diagnostic =>
  found(
    "label-kept",
    `The template has ${labels.length === 1 ? "a sensitivity label" : `${labels.length} sensitivity labels`}${labels.some((name) => name !== "") ? ` (${every(labels.filter((name) => name !== ""))})` : ""}. Every deck gets ${labels.length === 1 ? "it" : "them"}.`,
    "If decks are to have another label, set it in the template, or in PowerPoint before sending.",
  );

export const templateNotDrawn = (names: readonly string[]): Diagnostic =>
  found(
    "not-drawn",
    `${count(names.length, "shape")} of the template (${every(names)}) ${names.length === 1 ? "is" : "are"} left out or simplified in PDF, HTML, SVG, PNG and the preview. PowerPoint shows ${names.length === 1 ? "it" : "them"}.`,
    "Save pictures that are EMF or WMF as PNG or SVG in the template, and replace embedded objects by pictures.",
  );

export const contractWritten = (file: string, cover: string, content: string, divider: string): string => {
  const named = (layout: string): string => (layout === "" ? "a layout of Foredeck's own" : quoted(layout));
  return `Wrote ${file}: covers take ${named(cover)}, content ${named(content)}, dividers ${named(divider)}.`;
};

export const contractUnchanged = (file: string): string => `${file} is as it was.`;

export const contractExists = (file: string): Diagnostic =>
  refused(
    "contract-exists",
    `${quoted(file)} is there already, and says something else than the template does now.`,
    {
      why: "It may have been edited by hand; learning again writes everything anew but layouts that are chosen by hand.",
      hint: "Write another file with -o and compare the two, or replace this one with --force, which keeps a backup.",
    },
  );

export const templateFontOption = (entry: string): Diagnostic =>
  refused("font-option", `--font ${quoted(entry)} does not name a font and its file.`, {
    hint: 'Write the typeface as the template names it, then its file: --font "Acme Sans=AcmeSans.ttf".',
  });

export const templateFontFile = (family: string, file: string): Diagnostic =>
  refused(
    "font-file",
    `${quoted(file)} is no TrueType or OpenType font with Latin letters, so ${quoted(family)} cannot be measured.`,
    {
      hint: "Take the .ttf or .otf file of the font. Web fonts (.woff, .woff2) and fonts that are embedded in a template are compressed.",
    },
  );
