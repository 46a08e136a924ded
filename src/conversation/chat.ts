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
  const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });
  return {
    text: slackCut([sending.title, ask, ...others].map(slackText).join("\n"), SECTION),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cut(sending.title, HEADER) } },
      section(slackCut([`*${slackText(ask)}*`, ...others.map(slackText)].join("\n"), SECTION)),
      ...background.map((line) => section(slackCut(slackText(line), SECTION))),
      // A link that is cut leads nowhere.
      ...(answer === undefined || answer.length > SECTION ? [] : [section(answer)]),
    ],
  };
}

/** Message for Microsoft Teams: an Adaptive Card (1.5) in the envelope that webhooks take. */
export function teamsMessage(sending: Sending, tongue: Tongue): Readonly<Record<string, unknown>> {
  const cards = CARD_TEXTS.map((most) => card(sending, tongue, most));
  return cards.find((made) => 2 * JSON.stringify(made).length <= CARD) ?? card(sending, tongue, 0);
}

function card(sending: Sending, tongue: Tongue, most: number): Readonly<Record<string, unknown>> {
  const [ask = "", ...others] = openingLines(sending, tongue).map(oneLine);
  const link = answerOf(sending, tongue);
  const block = (text: string, more: Readonly<Record<string, unknown>> = {}) => ({
    type: "TextBlock",
    text: cardText(cut(text, most)),
    wrap: true,
    ...more,
  });
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
          body: [
            block(sending.title, { size: "Large", weight: "Bolder", style: "heading" }),
            block(ask, { weight: "Bolder" }),
            ...others.map((line) => block(line, { spacing: "Small" })),
            ...backgroundLines(sending, tongue).map((line) => block(line)),
          ],
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
