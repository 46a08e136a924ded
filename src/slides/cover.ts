import type { PlainPhraseName } from "../locales/en/phrases.ts";
import { type Rich, rich } from "../model/text.ts";
import { columns, evenly, labelled, stack } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** Title, who decides when, and how long it takes to read. */
export const cover = slideKind<{ readonly subtitle: Rich }>({
  name: "cover",
  outline: (s) => {
    const { bundle } = s;
    const subtitle = bundle.subtitle ?? bundle.ask?.decision;
    return [
      {
        id: "cover",
        section: "answer",
        title: rich(bundle.title),
        titleFrom: ["title"],
        short: bundle.title,
        content: { subtitle: subtitle === undefined ? [] : s.rich(subtitle) },
        say: [s.say("cover.say", { title: bundle.title })],
        from: [["title"], ["meeting"], ["contact"]],
        body: false,
      },
    ];
  },
  build: (point, c) => {
    const facts = coverFacts(c);
    const half = facts.length > 4 ? Math.ceil(facts.length / 2) : facts.length;
    const row = (from: number, to: number) => {
      const part = facts.slice(from, to);
      return columns(
        evenly(Math.max(half, 1)).slice(0, part.length),
        part.map(([label, value]) => labelled(label, value)),
      );
    };
    return {
      layout: "cover",
      subtitle: point.content.subtitle,
      subtitleFrom: c.bundle.subtitle === undefined ? ["ask", "decision"] : ["subtitle"],
      body: stack("wide", row(0, half), facts.length > half && row(half, facts.length)),
    };
  },
});

function coverFacts(c: BuildContext): readonly (readonly [Rich, Rich])[] {
  const { bundle, locale, story } = c;
  const { meeting, ask, contact } = bundle;
  const approver = c.find.person(ask?.approver);
  const facts: (readonly [Rich, Rich])[] = [];
  const add = (label: PlainPhraseName, value: Rich) => facts.push([c.say(label), value]);

  if (approver) add("cover.decides", c.say("person", { name: approver.name, role: approver.role }));
  if (meeting) {
    add(
      "cover.meeting",
      c.say("cover.meeting.value", {
        name: meeting.name,
        date: locale.date(meeting.date, "long"),
        time: meeting.time && locale.time(meeting.time),
        timezone: meeting.timezone?.split("/").at(-1)?.replaceAll("_", " "),
        minutes: meeting.minutes,
        place: meeting.place,
      }),
    );
  }
  if (ask?.by) add("cover.by", rich(locale.date(ask.by, "long")));
  add("cover.reading", c.say("cover.reading.value", { minutes: c.minutes }));
  add(
    "cover.version",
    c.say("cover.version.value", {
      version: bundle.version,
      status: c.words(`status.${bundle.status ?? "draft"}`),
      date: story.properties.dateText,
    }),
  );
  if (bundle.confidentiality) add("cover.confidentiality", rich(bundle.confidentiality));
  if (contact) {
    const by = c.say("person", { name: contact.name, role: contact.role });
    const mail: Rich = contact.email
      ? [{ text: ", " }, { text: contact.email, href: `mailto:${contact.email}` }]
      : [];
    add("cover.contact", [...by, ...mail]);
  }
  return facts;
}
