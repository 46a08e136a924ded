import type { Pages } from "../../model/page.ts";

/** Name of a slide in lists: "7. Leaving is announced". */
export const slideName = (number: number, title: string): string => `${number}. ${title}`;

/** Lines below the title of a deck that is read: draft or not, owner, date, and who may see it. */
export const aboutDeck = (properties: Pages["properties"]): readonly string[] =>
  [
    properties.draft ? properties.draftWord : "",
    properties.company,
    properties.author,
    properties.dateText,
    properties.confidentiality,
  ].filter((text) => text !== "");
