import { cutToBytes } from "../base/graphemes.ts";
import { answerLink } from "./form.ts";
import { backgroundLines, openingLines } from "./mail.ts";
import { oneLine } from "./plain.ts";
import type { Sending, Tongue } from "./sending.ts";

/**
 * Limits of Slack's Block Kit, in characters: docs.slack.dev/reference/block-kit/blocks (header 150, section 3,000), and of
 * a message's own text, which Slack advises to keep below 4,000 (docs.slack.dev/reference/methods/chat.postMessage).
 */
const HEADER = 150;
const SECTION = 3_000;

/** Bytes of a message that Teams takes from a webhook; it counts two for each UTF-16 unit where no encoding is named. */
const CARD = 28_000;
/** Characters of one text of a card: the first length with which the card is small enough. */
const CARD_TEXTS = [2_000, 1_000, 500, 200] as const;

/** Message for Slack, as `chat.postMessage` and incoming webhooks take it. */
export function slackMessage(sending: Sending, tongue: Tongue): Readonly<Record<string, unknown>> {
  const [ask = "", ...others] = openingLines(sending, tongue).map(oneLine);
  const background = backgroundLines(sending, tongue);
  const link = answerOf(sending, tongue);
  const answer =
    link === undefined ? undefined : `<${slackText(link)}|${slackText(tongue.words("mail.answer.link"))}>`;
  return slackBlocks(sending.title, [sending.title, ask, ...others].join("\n"), [
    [`*${slackText(ask)}*`, ...others.map(slackText)].join("\n"),
    ...background.map(slackText),
    // A link that is cut leads nowhere.
    ...(answer === undefined || answer.length > SECTION ? [] : [answer]),
  ]);
}

/** Note to one person for Slack: a heading, and paragraphs whose lines stay lines. */
export const slackNote = (
  heading: string,
  paragraphs: readonly string[],
): Readonly<Record<string, unknown>> =>
  slackBlocks(oneLine(heading), paragraphs.join("\n\n"), paragraphs.map(slackText));

/** `said` is what notifications show; sections are in Slack's markup already. */
const slackBlocks = (title: string, said: string, sections: readonly string[]) => ({
  text: slackCut(slackText(said), SECTION),
  blocks: [
    { type: "header", text: { type: "plain_text", text: cut(title, HEADER) } },
    ...sections.map((text) => ({
      type: "section",
      text: { type: "mrkdwn", text: slackCut(text, SECTION) },
    })),
  ],
});

/** Message for Microsoft Teams: an Adaptive Card (1.5) in the envelope that webhooks take. */
export function teamsMessage(sending: Sending, tongue: Tongue): Readonly<Record<string, unknown>> {
  const [ask = "", ...others] = openingLines(sending, tongue).map(oneLine);
  const link = answerOf(sending, tongue);
  return smallEnough(
    tongue,
    [
      { text: sending.title, size: "Large", weight: "Bolder", style: "heading" },
      { text: ask, weight: "Bolder" },
      ...others.map((text) => ({ text, spacing: "Small" })),
      ...backgroundLines(sending, tongue).map((text) => ({ text })),
    ],
    link,
  );
}

/** Note to one person for Microsoft Teams: a heading, and paragraphs whose lines stay lines. */
export const teamsNote = (
  heading: string,
  paragraphs: readonly string[],
  tongue: Pick<Tongue, "locale" | "words">,
): Readonly<Record<string, unknown>> =>
  smallEnough(tongue, [
    { text: oneLine(heading), size: "Large", weight: "Bolder", style: "heading" },
    ...paragraphs.flatMap((paragraph) =>
      paragraph.split("\n").map((text, n) => ({ text, ...(n === 0 ? {} : { spacing: "Small" }) })),
    ),
  ]);

/** A text of a card, with how it looks. */
type CardText = { readonly text: string } & Readonly<Record<string, unknown>>;

/** The card with texts as long as Teams takes them. */
function smallEnough(
  tongue: Tongue,
  texts: readonly CardText[],
  link?: string,
): Readonly<Record<string, unknown>> {
  const cards = CARD_TEXTS.map((most) => card(tongue, texts, link, most));
  return cards.find((made) => 2 * JSON.stringify(made).length <= CARD) ?? card(tongue, texts, link, 0);
}

function card(
  tongue: Tongue,
  texts: readonly CardText[],
  link: string | undefined,
  most: number,
): Readonly<Record<string, unknown>> {
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.5",
          lang: tongue.locale.tag,
          body: texts.map(({ text, ...look }) => ({
            type: "TextBlock",
            text: cardText(cut(text, most)),
            wrap: true,
            ...look,
          })),
          actions:
            link === undefined
              ? []
              : [{ type: "Action.OpenUrl", title: tongue.words("mail.answer.link"), url: link }],
        },
      },
    ],
  };
}

const answerOf = ({ contact, title, mark }: Sending, { words }: Tongue): string | undefined =>
  contact?.email === undefined ? undefined : answerLink(words, { email: contact.email, title, ...mark });

/** Text in Slack's markup, in which three characters are its own. */
const slackText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Text that Adaptive Cards show as it is: their Markdown has links, emphasis and lists. */
const cardText = (text: string): string =>
  text
    .replace(/[\\*_[\]()`~]/g, "\\$&")
    .replace(/^(\d+)\. /, "$1\\. ")
    .replace(/^([-+]) /, "\\$1 ");

const cut = (text: string, most: number): string => {
  const short = cutToBytes(text, Number.POSITIVE_INFINITY, most);
  return short === text ? text : `${cutToBytes(text, Number.POSITIVE_INFINITY, most - 1)}…`;
};

/** Cut text whose last escape is whole. */
const slackCut = (text: string, most: number): string => cut(text, most).replace(/&[a-z]{0,3}(?=…?$)/, "");
