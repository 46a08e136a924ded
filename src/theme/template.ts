import { contrast } from "../base/contrast.ts";
import { right } from "../base/geometry.ts";
import { emu, inchesToEmu } from "../base/units.ts";
import type { LayoutName } from "../model/deck.ts";
import type { PlaceholderName } from "../model/page.ts";
import { type ColorToken, INKS, ROLES, type Role } from "../model/text.ts";
import type { TemplateBase } from "./base.ts";
import {
  byLayout,
  type ContractColour,
  type ContractPage,
  type PageKind,
  type TemplateContract,
} from "./contract.ts";
import type { Ground } from "./ground.ts";
import { solveInks } from "./solve-inks.ts";
import { templateFrames } from "./template-frames.ts";
import type { Colour, ResolvedTheme, RoleStyle, Theme } from "./theme.ts";
import { hexOf, type SchemeColours } from "./tints.ts";
import { typefaceOf } from "./typeface.ts";

/** Facts of a template that its contract leaves to the file. */
export interface TemplateFacts {
  /** The colour scheme by the names that slides use, the colour map applied. */
  readonly scheme: SchemeColours;
  /** Schemes of pages that stand on another master, or map the colours otherwise. */
  readonly schemes?: Readonly<Partial<Record<PageKind, SchemeColours>>>;
  /** Drawings of the master and the layouts behind a slide. */
  readonly grounds: Readonly<Partial<Record<LayoutName, Ground>>>;
  /** The parts of the template, for PowerPoint decks. */
  readonly base?: () => Promise<TemplateBase>;
  /** Bytes of a picture that its grounds name. */
  readonly picture?: (file: string) => Promise<Uint8Array>;
}

/** Slide of the sizes in our themes, in square inches: 13.33 × 7.5. */
const USUAL_AREA = 100;
/** Body of a slide of our themes, in square inches: 12.13 × 4.92. */
const USUAL_BODY = 59.7;
/** Smallest text on a slide that is smaller than usual, in pt. */
const SMALLEST = 8;

/**
 * A look by the contract of a template: places, colours, fonts and footers are the template's. Sizes follow the theme, in
 * proportion to the slide, and those of titles the contract.
 */
export function resolveTemplate(
  theme: Theme,
  contract: TemplateContract,
  { scheme, schemes = {}, grounds, base, picture }: TemplateFacts,
): ResolvedTheme {
  const { width, height } = contract.slide;
  const scale = Math.sqrt((width * height) / USUAL_AREA);
  const roles = rolesFor(theme, contract, scale);
  const space = Object.fromEntries(
    Object.entries(theme.space).map(([name, distance]) => [name, halves(distance * scale)]),
  ) as Theme["space"];
  const size = { width: inchesToEmu(width), height: inchesToEmu(height) };
  const frames = templateFrames({ contract, roles, space, size, grounds });
  const body = frames.content.body;
  const inks = inksOf(contract.inks, scheme);
  const common = {
    key: JSON.stringify([theme, contract, scheme, schemes, grounds]),
    theme,
    size,
    margin: emu(Math.max(0, Math.min(body.x, size.width - right(body)))),
    gutter: inchesToEmu(theme.slide.gutter * scale),
    columns: theme.slide.columns,
    space,
    fonts: { heading: typefaceOf(contract.fonts.heading), body: typefaceOf(contract.fonts.body) },
    latin: {
      heading: contract.fonts.heading.slot ?? contract.fonts.heading.family,
      body: contract.fonts.body.slot ?? contract.fonts.body.family,
    },
    frames,
    grounds,
    ...(base === undefined ? {} : { base }),
    ...(picture === undefined ? {} : { picture }),
    role: (role: Role) => roles[role],
  };
  const { cover, content, divider } = contract.pages;
  const lookOf = (page: ContractPage, colours = scheme): ResolvedTheme => {
    const own = page === content ? inks : inksOn(page, content, inks, colours);
    return {
      ...common,
      ink: (ink) => own[ink],
      colours: coloursOf(page, colours),
      on: (layout) => looks[layout],
    };
  };
  const usual = lookOf(content);
  const pages = {
    cover: lookOf(cover, schemes.cover),
    content: usual,
    divider: lookOf(divider, schemes.divider),
  };
  const looks = byLayout((page) => pages[page]);
  return usual;
}

const halves = (value: number): number => Math.round(value * 2) / 2;

/** Roles in proportion to the slide; those of titles as the contract says. */
function rolesFor(theme: Theme, contract: TemplateContract, scale: number): ResolvedRoles {
  const { w, h } = contract.pages.content.body;
  // A body that is small for its slide has smaller text before what stands in it is refused.
  const room = Math.min(1, Math.sqrt((w * h) / (USUAL_BODY * scale * scale)));
  const sized = Object.fromEntries(
    ROLES.map((role) => {
      const { size, min, ...rest } = theme.roles[role];
      const least = Math.min(min, SMALLEST);
      const smallest = min * scale * room;
      return [
        role,
        { ...rest, size: Math.max(least, halves(size * scale)), min: Math.max(least, halves(smallest)) },
      ];
    }),
  ) as Theme["roles"];
  const { cover, content } = contract.pages;
  const titled = (role: Role, title: ContractPage["title"], factor = 1): RoleStyle =>
    title === undefined
      ? sized[role]
      : {
          ...sized[role],
          size: halves(title.size * factor),
          min: Math.min(title.smallest, halves(title.size * factor)),
          bold: title.bold,
          ...(title.caps === true ? { caps: true } : {}),
        };
  // Letters that nobody has measured are kept to the titles; a face that is light has no bold one either.
  const { heading, body } = contract.fonts;
  const plain = heading.measured === "estimate" && body.measured !== "estimate";
  const inBody = Object.fromEntries(
    ROLES.map((role) => [role, plain ? { ...sized[role], font: "body" } : sized[role]]),
  ) as Theme["roles"];
  const larger = theme.roles.statement.size / theme.roles.title.size;
  return {
    ...inBody,
    coverTitle: titled("coverTitle", cover.title),
    title: titled("title", content.title),
    statement: { ...titled("statement", content.title, larger), ink: sized.statement.ink },
  };
}

type ResolvedRoles = Readonly<Record<Role, RoleStyle>>;

type Inks = Readonly<Record<ColorToken, Colour>>;

const colourIn = (scheme: SchemeColours, colour: ContractColour): Colour => {
  const hex = hexOf(scheme, colour);
  if (!("scheme" in colour)) return { hex };
  const { scheme: name, lumMod, lumOff } = colour;
  return {
    scheme: name,
    ...(lumMod === undefined ? {} : { lumMod }),
    ...(lumOff === undefined ? {} : { lumOff }),
    hex,
  };
};

const inksOf = (inks: TemplateContract["inks"], scheme: SchemeColours): Inks =>
  Object.fromEntries(INKS.map((ink) => [ink, colourIn(scheme, inks[ink])])) as Record<ColorToken, Colour>;

/** The inks of a page whose paper is not that of the content: those of the contract, else solved anew. */
function inksOn(page: ContractPage, content: ContractPage, inks: Inks, scheme: SchemeColours): Inks {
  if (page.inks !== undefined) return inksOf(page.inks, scheme);
  const paper = paperOf(page, scheme);
  if (paper === undefined || paper === paperOf(content, scheme)) return inks;
  return solveInks({ scheme, paper }).inks;
}

/** The colour behind the words of a page; where that is a picture, black or white, by what its title is legible on. */
function paperOf({ paper, title }: ContractPage, scheme: SchemeColours): string | undefined {
  if (paper !== "picture") return paper.hex;
  if (title === undefined) return undefined;
  const hex = hexOf(scheme, title.colour);
  return contrast(hex, "000000") > contrast(hex, "FFFFFF") ? scheme.tx1 : scheme.bg1;
}

const coloursOf = (
  { title, subtitle }: ContractPage,
  scheme: SchemeColours,
): Readonly<Partial<Record<PlaceholderName, Colour>>> => ({
  ...(title === undefined ? {} : { title: colourIn(scheme, title.colour) }),
  ...(subtitle === undefined ? {} : { subtitle: colourIn(scheme, subtitle.colour) }),
});
