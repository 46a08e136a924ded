import type { PlainPhraseName } from "../locales/en/phrases.ts";
import type { Block } from "../model/deck.ts";
import { type Rich, type Role, rich } from "../model/text.ts";
import { columns, evenly, labelled, panel, stack, text } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** Title, who decides when, and how long it takes to read. */
export const cover = slideKind<{ readonly subtitle: Rich }>({
  name: "cover",
  shows: "Title, decision, who decides by when, the meeting, and how many minutes the body takes to read.",
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
    const { organisation } = c.bundle;
    const asked = askedFacts(c);
    const about = aboutFacts(c);
    // Each fact has a ground of its own, so that its words stay readable wherever somebody moves them.
    const panelled = (small: boolean): Block | false =>
      asked.length > 0 &&
      columns(
        evenly(asked.length),
        asked.map(({ label, value, role = "lead" }) =>
          panel(
            text(small && role !== "figureSmall" ? "small" : role, [
              { text: c.say(label), role: "label", ink: "paper", reading: "label" },
              { text: value, ink: "paper", space: "hair" },
            ]),
            { fill: "accent", inset: small ? "tight" : "normal" },
          ),
        ),
        { align: "stretch", gap: "none" },
      );
    const rest = columns(
      evenly(Math.max(about.length, 1)),
      about.map(({ label, value }) => labelled(c.say(label), value, "small")),
    );
    return {
      layout: "cover",
      ...(organisation === undefined ? {} : { kicker: rich(organisation) }),
      subtitle: point.content.subtitle,
      subtitleFrom: c.bundle.subtitle === undefined ? ["ask", "decision"] : ["subtitle"],
      body: stack("wide", panelled(false), rest),
      // A template may leave little room: then what is asked is set smaller, and at last stands alone.
      plainer: [stack("tight", panelled(true), rest), stack("tight", panelled(true))],
    };
  },
});

interface Fact {
  readonly label: PlainPhraseName;
  readonly value: Rich;
  /** Size in the panel, where that is not the usual one. */
  readonly role?: Role;
}

/** Facts of the panel: what is asked of whom, and when. */
function askedFacts(c: BuildContext): readonly Fact[] {
  const { locale, bundle } = c;
  const { ask, meeting } = bundle;
  const amount = c.figures.all["ask.amount"];
  const approver = c.find.person(ask?.approver);
  const facts: Fact[] = [];
  if (amount) facts.push({ label: "ask.amount", value: rich(amount.text), role: "figureSmall" });
  if (approver)
    facts.push({
      label: "cover.decides",
      value: c.say("person", { name: approver.name, role: approver.role }),
    });
  if (ask?.by) facts.push({ label: "cover.by", value: rich(locale.date(ask.by, "long")) });
  if (meeting)
    facts.push({
      // Time and place make it the longest of all.
      ...(meeting.time === undefined && meeting.place === undefined ? {} : { role: "body" as const }),
      label: "cover.meeting",
      value: c.say("cover.meeting.value", {
        name: meeting.name,
        date: locale.date(meeting.date, "long"),
        time: meeting.time && locale.time(meeting.time),
        timezone: meeting.timezone?.split("/").at(-1)?.replaceAll("_", " "),
        minutes: meeting.minutes,
        place: meeting.place,
      }),
    });
  return facts;
}

/** Facts below the panel, small: which version it is, for whom, and who answers for it. */
function aboutFacts(c: BuildContext): readonly Fact[] {
  const { bundle, story } = c;
  const { contact, confidentiality } = bundle;
  const version = c.say("cover.version.value", {
    version: bundle.version,
    status: c.words(`status.${bundle.status ?? "draft"}`),
    date: story.properties.dateText,
  });
  const mail: Rich = contact?.email
    ? [{ text: c.locale.marks.comma }, { text: contact.email, href: `mailto:${contact.email}` }]
    : [];
  return [
    { label: "cover.reading", value: c.say("cover.reading.value", { minutes: c.minutes }) },
    { label: "cover.version", value: version },
    ...(confidentiality ? [{ label: "cover.confidentiality" as const, value: rich(confidentiality) }] : []),
    ...(contact
      ? [
          {
            label: "cover.contact" as const,
            value: [...c.say("person", { name: contact.name, role: contact.role }), ...mail],
          },
        ]
      : []),
  ];
}
