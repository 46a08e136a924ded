import { describe, expect, test } from "vitest";
import { slackMessage, teamsMessage } from "../../src/conversation/chat.ts";
import { readForm } from "../../src/conversation/form.ts";
import { letterTo, linksPage } from "../../src/conversation/mail.ts";
import { defaultReaders, sendingOf } from "../../src/conversation/sending.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { SOUND } from "../rules/sound.ts";
import { SENDING, tongueOf } from "./sending.ts";

const WARDEN = { id: "warden", name: "Ola Berg", email: "ola.berg@example.org" };
const GUIDE = { id: "guide", name: "Pia Sand" };

describe.each(["en-GB", "fi-FI"])("a mail in %s", (tag) => {
  const tongue = tongueOf(tag);

  test("says in its first three lines the ask, the minutes, and what is wanted by when", () => {
    const [ask, minutes, wanted] = letterTo(WARDEN, SENDING, tongue).text.split("\n");
    expect(ask).toBe(SENDING.ask);
    expect(minutes).toContain("9");
    expect(wanted).toContain(tongue.locale.date("2026-12-04", "weekday"));
  });

  test("asks the approver for a decision, and others for their answer", () => {
    const [approver, other] = [WARDEN, GUIDE].map(
      (reader) => letterTo(reader, SENDING, tongue).text.split("\n")[2],
    );
    expect(approver).toBe(
      tongue.words("mail.wanted.approver", { by: tongue.locale.date("2026-12-04", "weekday") }),
    );
    expect(other).not.toBe(approver);
  });

  test("names the pages to read again to those who have the version before, and to nobody else", () => {
    const again = { pages: ["Gate costs", "Guards"], readers: [WARDEN.id] };
    const [known, fresh] = [WARDEN, GUIDE].map(
      (reader) => letterTo(reader, { ...SENDING, again }, tongue).text,
    );
    expect(known).toContain(tongue.words("changed.pages", { pages: again.pages }));
    expect(fresh).not.toContain("Gate costs");
  });

  test("carries the form in both bodies", () => {
    const { text, html } = letterTo(WARDEN, SENDING, tongue);
    const seen = html
      .replace(/<br>|<\/p>/g, "\n")
      .replace(/<[^>]+>/g, "")
      .replaceAll("&nbsp;", " ");
    for (const body of [text, seen])
      expect(readForm(body)).toMatchObject({ version: "1.1", digest: "0123456789ab" });
  });

  test("leads from its HTML to a mail to the contact with the same form", () => {
    const [, link = ""] = /href="(mailto:[^"]+)"/.exec(letterTo(GUIDE, SENDING, tongue).html) ?? [];
    const url = new URL(link.replaceAll("&amp;", "&"));
    expect(url.pathname).toBe("ines.falk@example.org");
    expect(readForm(url.searchParams.get("body") ?? "")).toMatchObject({ version: "1.1" });
  });

  test("opens by a link where its reader has an address", () => {
    const { files } = SENDING;
    const letters = [WARDEN, GUIDE].map((reader) => ({
      ...{ reader, files },
      letter: letterTo(reader, SENDING, tongue),
    }));
    expect(letters.map(({ letter }) => letter.link?.slice(0, 27))).toEqual([
      "mailto:ola.berg@example.org",
      undefined,
    ]);
    expect(letters[0]?.letter.link?.length).toBeLessThanOrEqual(2_000);
    const page = linksPage(letters, SENDING, tongue);
    expect(page.match(/<a href="mailto:/g)).toHaveLength(1);
    expect(page).toContain("Pia Sand");
    const named = (text: string): number =>
      text.replaceAll(/href="[^"]*"/g, "").split(files[0] ?? "").length - 1;
    expect(named(page)).toBe(1);
    const [warden, guide] = letters;
    if (warden === undefined || guide === undefined) throw new Error("no letters");
    const apart = linksPage([warden, { ...guide, files: ["lamp-guide.pptx"] }], SENDING, tongue);
    expect(named(apart)).toBe(1);
    expect(apart).toMatch(/Pia Sand<br>\n.*lamp-guide\.pptx/);
  });
});

describe("names with line breaks and markup", () => {
  const nasty = 'A\r\nBcc: eve@example.org\u2028"<b>&x</b>\u202e';
  const sending = { ...SENDING, title: nasty, contact: { name: nasty, email: "ines.falk@example.org" } };
  const tongue = tongueOf("en-GB");

  test("stay on one line, and are no markup", () => {
    const { subject, html, link } = letterTo({ ...WARDEN, name: nasty }, sending, tongue);
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(html).not.toContain("<b>");
    expect(link).not.toMatch(/%0D%0ABcc/i);
    expect(linksPage([], sending, tongue)).not.toContain("<b>");
  });
});

describe("messages for chats", () => {
  const tongue = tongueOf("en-GB");
  const long = {
    ...SENDING,
    title: "T&<".repeat(66),
    ask: "*&<_[x](y)".repeat(200),
    why: "&>`~".repeat(500),
  };

  test.each([SENDING, long])("keep the limits of Slack and Teams (%#)", (sending) => {
    const { text, blocks } = slackMessage(sending, tongue) as {
      text: string;
      blocks: { type: string; text: { type: string; text: string } }[];
    };
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(text.length).toBeLessThan(4_000);
    for (const block of blocks)
      expect(block.text.text.length).toBeLessThanOrEqual(block.type === "header" ? 150 : 3_000);
    // Every & of Slack's markup begins an escape that is whole.
    for (const block of blocks.filter(({ text }) => text.type === "mrkdwn"))
      expect(block.text.text.replace(/&(?:amp|lt|gt);/g, "")).not.toContain("&");
    expect(2 * JSON.stringify(teamsMessage(sending, tongue)).length).toBeLessThanOrEqual(28_000);
  });

  test("say the same as the mail, and lead to the form", () => {
    for (const message of [slackMessage(SENDING, tongue), teamsMessage(SENDING, tongue)]) {
      const said = JSON.stringify(message);
      for (const words of [SENDING.title, SENDING.ask ?? "", "9 minutes", "Friday 4 December 2026"])
        expect(said).toContain(words);
      expect(said).toContain("mailto:ines.falk@example.org?subject=");
    }
  });

  test("show marks of emphasis in cards as they are", () => {
    const card = JSON.stringify(teamsMessage({ ...SENDING, title: "1. A *b* [c](d)" }, tongue));
    expect(card).toContain(JSON.stringify("1\\. A \\*b\\* \\[c\\]\\(d\\)").slice(1, -1));
  });
});

describe("readers when none is named", () => {
  const person = (id: string, more: object) => ({ id, name: id, role: "R", ...more });
  const bundle: Bundle = {
    ...SOUND,
    contact: { name: "Ines", email: "Ines@example.org" },
    ask: { decision: "Approve it", approver: "warden" },
    stakeholders: [
      person("warden", {}),
      person("guard", { part: "gatekeeper" }),
      person("author", { part: "driver", email: "ines@example.org" }),
      person("named", { part: "driver", name: "Ines" }),
      person("hears", { part: "informed" }),
      person("none", {}),
    ],
  };

  test("are all with a part in the decision, without those who only hear of it and whoever sends it", () => {
    expect(defaultReaders(bundle).map(({ id }) => id)).toEqual(["warden", "guard"]);
  });

  test("are not told what was not meant for them", () => {
    const sending = sendingOf(
      { ...bundle, version: "1.0", date: "2026-11-18" },
      { minutes: 3, files: [], digest: "ab" },
    );
    expect(Object.keys(sending).sort()).toEqual([
      "approver",
      "ask",
      "contact",
      "date",
      "files",
      "mark",
      "meeting",
      "minutes",
      "purpose",
      "revision",
      "title",
      "version",
      "why",
    ]);
  });
});
