import { type Frame, frame, overlaps } from "../base/geometry.ts";
import { inchesToEmu, ptToEmu } from "../base/units.ts";
import type { LayoutName } from "../model/deck.ts";
import type { PlaceholderName } from "../model/page.ts";
import type { ColorToken, Role } from "../model/text.ts";
import type { Theme } from "./theme.ts";

/**
 * Frames of the placeholders on the slide layouts. Layout places titles, bodies and footers here, and the
 * writer puts the same frames on the slide layouts, so that a slide may leave its own geometry out and follow
 * its master. All insets are zero: text begins exactly on the grid.
 */
export interface PlaceholderFrame {
  readonly frame: Frame;
  readonly role: Role;
  readonly align: "left" | "center" | "right";
  readonly anchor: "top" | "middle" | "bottom";
}

/** A filled rectangle that a layout draws besides its placeholders; it belongs to the look, not to the argument. */
export interface Ornament {
  readonly name: string;
  readonly frame: Frame;
  readonly ink: ColorToken;
}

/** A logo, and its size as it stands upright, in any unit. */
export interface Logo {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

export interface LayoutFrame {
  readonly placeholders: Readonly<Partial<Record<PlaceholderName, PlaceholderFrame>>>;
  /** Frame of the body's blocks; the same as the body placeholder. */
  readonly body: Frame;
  /** The row above the title: kicker at the left, marks at the right. Not a placeholder; none where there is no room. */
  readonly kicker?: Frame;
  /** Sources and notes at the foot. Not a placeholder. */
  readonly source: Frame;
  /** Most lines that a title may have. */
  readonly titleLines: number;
  readonly ornaments: readonly Ornament[];
  /** The logo in its place on the page. */
  readonly logo?: { readonly file: string; readonly frame: Frame };
}

/** Distance of the rule under a title from the body below it, in pt, and its weight. */
const TITLE_RULE = { above: 8, weight: 1 };

/** The frames of every layout in EMU, computed from the theme's slide numbers (inches). Pure arithmetic. */
export function layoutFrames(theme: Theme, logo?: Logo): Readonly<Record<LayoutName, LayoutFrame>> {
  const { slide, roles, space } = theme;
  const left = inchesToEmu(slide.margin);
  const width = inchesToEmu(slide.width - 2 * slide.margin);
  const across = (top: number, height: number): Frame =>
    frame(left, inchesToEmu(top), width, inchesToEmu(height));

  const kickerHeight = ptToEmu(Math.max(roles.kicker.size * 1.2, roles.label.size * 1.2 + 5));
  const kickerAbove = (top: number): Frame =>
    frame(left, Math.max(0, inchesToEmu(top) - kickerHeight - ptToEmu(space.hair)), width, kickerHeight);

  const source = across(slide.sourceTop, slide.sourceHeight);
  const { footer: wholeFooter, date, number } = footers(theme);
  const small = smallLogo(theme, logo);
  const large = largeLogo(theme, logo);
  const footer = small === undefined ? wholeFooter : besideLogo(wholeFooter, small.logo.frame);
  const openingKicker = kickerAbove(slide.titleTop);
  const narrowed =
    large === undefined
      ? openingKicker
      : frame(openingKicker.x, openingKicker.y, large.logo.frame.x - LOGO.gap - left, openingKicker.h);
  const title = (top: number, height: number, role: Role, anchor: "top" | "bottom"): PlaceholderFrame => ({
    frame: across(top, height),
    role,
    align: "left",
    anchor,
  });
  const body = (f: Frame): PlaceholderFrame => ({ frame: f, role: "body", align: "left", anchor: "top" });

  const content = across(slide.bodyTop, slide.bodyBottom - slide.bodyTop);
  // A title of one line leaves the height of the other one to the body.
  const line = (roles.title.size * 1.2) / 72;
  const contentShort = across(slide.bodyTop - line, slide.bodyBottom - slide.bodyTop + line);

  const footerRule: Ornament = {
    name: "Footer rule",
    frame: frame(left, inchesToEmu(slide.footerTop) - ptToEmu(2), width, ptToEmu(0.75)),
    ink: "hairline",
  };
  const titleRule = (body: Frame): Ornament => ({
    name: "Title rule",
    frame: frame(left, body.y - ptToEmu(TITLE_RULE.above), width, ptToEmu(TITLE_RULE.weight)),
    ink: "accent",
  });
  const edge: Ornament = {
    name: "Edge",
    frame: frame(0, 0, inchesToEmu(0.18), inchesToEmu(slide.height)),
    ink: "accent",
  };

  // A statement stands larger and may run to three lines, the last of which stands just above its body. As on the cover
  // the box is a little higher than three lines.
  const statementHeight = (roles.statement.size * 1.2 * 3 + space.hair) / 72;
  const statementTop = slide.titleTop + statementHeight + space.wide / 72;
  const statement = across(statementTop, slide.bodyBottom - statementTop);

  // Cover: the title's last line stands at two fifths of the height, whatever its length, and the rest hangs from there.
  // A little more than three lines: text that stands on the bottom of its box keeps clear of it.
  const coverTitleHeight = (roles.coverTitle.size * 1.2 * 3 + space.normal) / 72;
  const coverTitleBottom = slide.height * 0.42;
  const coverTitleTop = Math.max(slide.titleTop, coverTitleBottom - coverTitleHeight);
  const subtitleTop = coverTitleBottom + space.normal / 72;
  const subtitleHeight = (roles.lead.size * 1.2 * 2) / 72;
  const coverTop = subtitleTop + subtitleHeight + space.wide / 72;
  const cover = across(coverTop, slide.sourceTop - coverTop);
  const subtitle: PlaceholderFrame = {
    frame: across(subtitleTop, subtitleHeight),
    role: "lead",
    align: "left",
    anchor: "top",
  };
  const opening = title(coverTitleTop, coverTitleBottom - coverTitleTop, "coverTitle", "bottom");

  return {
    cover: {
      placeholders: { title: clearOf(opening, large), subtitle, body: body(cover) },
      body: cover,
      kicker: narrowed,
      source,
      titleLines: 3,
      ornaments: [],
      ...large,
    },
    content: {
      placeholders: {
        title: title(slide.titleTop, slide.titleHeight, "title", "top"),
        body: body(content),
        date,
        footer,
        number,
      },
      body: content,
      kicker: kickerAbove(slide.titleTop),
      source,
      titleLines: 2,
      ornaments: [titleRule(content), footerRule],
      ...small,
    },
    contentShort: {
      placeholders: {
        title: title(slide.titleTop, slide.titleHeight - line, "title", "top"),
        body: body(contentShort),
        date,
        footer,
        number,
      },
      body: contentShort,
      kicker: kickerAbove(slide.titleTop),
      source,
      titleLines: 1,
      ornaments: [titleRule(contentShort), footerRule],
      ...small,
    },
    statement: {
      placeholders: {
        title: title(slide.titleTop, statementHeight, "statement", "bottom"),
        body: body(statement),
        date,
        footer,
        number,
      },
      body: statement,
      kicker: kickerAbove(slide.titleTop),
      source,
      titleLines: 3,
      ornaments: [footerRule],
      ...small,
    },
    divider: {
      placeholders: { title: opening, subtitle, body: body(cover), date, footer, number },
      body: cover,
      kicker: openingKicker,
      source,
      titleLines: 3,
      ornaments: [edge],
      ...small,
    },
  };
}

/** In EMU: the most that a logo takes at the foot of a page and on the cover, its place there, and what keeps off it. */
const LOGO = {
  foot: { w: inchesToEmu(1.2), h: inchesToEmu(0.26) },
  cover: { w: inchesToEmu(2.6), h: inchesToEmu(0.75) },
  top: inchesToEmu(0.42),
  gap: inchesToEmu(0.2),
};

type Placed = Required<Pick<LayoutFrame, "logo">>;

/** At the foot of the page at the left, as high as the footer and a little more. */
function smallLogo({ slide }: Theme, logo: Logo | undefined): Placed | undefined {
  if (logo === undefined) return undefined;
  const { w, h } = fitted(logo, LOGO.foot);
  const middle = inchesToEmu(slide.footerTop + slide.footerHeight / 2);
  // Below the rule, whatever the height of the footer.
  const y = Math.max(middle - h / 2, inchesToEmu(slide.footerTop) - ptToEmu(0.5));
  return { logo: { file: logo.file, frame: frame(inchesToEmu(slide.margin), y, w, h) } };
}

/** On the cover at the right, where on other pages the row above the title ends. */
function largeLogo({ slide }: Theme, logo: Logo | undefined): Placed | undefined {
  if (logo === undefined) return undefined;
  const { w, h } = fitted(logo, LOGO.cover);
  const x = inchesToEmu(slide.width - slide.margin) - w;
  return { logo: { file: logo.file, frame: frame(x, LOGO.top, w, h) } };
}

/** The largest size of a picture within bounds. */
function fitted({ width, height }: Logo, most: { readonly w: number; readonly h: number }) {
  const scale = Math.min(most.w / width, most.h / height);
  return { w: Math.round(width * scale), h: Math.round(height * scale) };
}

/** A title that ends before the logo where the two would meet. */
const clearOf = (title: PlaceholderFrame, large: Placed | undefined): PlaceholderFrame => {
  const { frame: at } = title;
  if (large === undefined || !overlaps(at, large.logo.frame)) return title;
  return { ...title, frame: frame(at.x, at.y, large.logo.frame.x - LOGO.gap - at.x, at.h) };
};

const besideLogo = (footer: PlaceholderFrame, logo: Frame): PlaceholderFrame => {
  const { x, y, w, h } = footer.frame;
  const moved = logo.w + LOGO.gap;
  return { ...footer, frame: frame(x + moved, y, w - moved, h) };
};

/** Footer text over eight columns, date over three, page number over the last one. */
function footers(theme: Theme): Record<"footer" | "date" | "number", PlaceholderFrame> {
  const { slide } = theme;
  const unit = (slide.width - 2 * slide.margin - (slide.columns - 1) * slide.gutter) / slide.columns;
  const at = (from: number, to: number, align: "left" | "right"): PlaceholderFrame => ({
    frame: frame(
      inchesToEmu(slide.margin + from * (unit + slide.gutter)),
      inchesToEmu(slide.footerTop),
      inchesToEmu((to - from) * unit + (to - from - 1) * slide.gutter),
      inchesToEmu(slide.footerHeight),
    ),
    role: "footer",
    align,
    anchor: "middle",
  });
  const last = slide.columns;
  return {
    footer: at(0, last - 4, "left"),
    date: at(last - 4, last - 1, "right"),
    number: at(last - 1, last, "right"),
  };
}
