import type { SlideKind } from "../src/slides/index.ts";
import type { Section } from "./reference.mjs";

/** Names of the kinds of slides that each field of the bundle reaches; scripts/reach.json. */
export type Reach = Readonly<Record<string, readonly string[]>>;
/** The folder of the pictures, from the root of the repo. */
export const SLIDE_PICTURES: string;
/** Names of the pictures in a folder. */
export function picturesIn(folder: string): readonly string[];
export const MADE_BY: Readonly<Record<string, readonly string[]>>;
export const STEERS: Readonly<Record<string, string>>;
/** The line of docs/bundle.md that says where an object of the bundle is seen. */
export function seenOn(path: readonly string[], reach: Reach): string;
/** docs/slides.md. */
export function slidesPage(
  slideKinds: readonly Pick<SlideKind, "name" | "shows">[],
  reach: Reach,
  context: {
    readonly pictures: readonly string[];
    readonly sections: readonly Section[];
  },
): string;
