import { answerLink } from "../conversation/form.ts";
import type { Block } from "../model/deck.ts";
import { type Rich, rich } from "../model/text.ts";
import { askFacts, askTerms } from "./ask.ts";
import { bold, bullets, columns, headed, heading, panel, stack, text } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** The decision, what follows from either answer, and how to answer before the meeting. */
export const decision = slideKind<null>({
  name: "decision",
  shows:
    "The decision with its conditions, what follows from a yes and from a no, and how to answer before the meeting.",
  outline: (s) => {
    const { ask, purpose = "decide" } = s.bundle;
    if (ask === undefined) return [];
    const approver = s.find.person(ask.approver);
    return [
      {
        id: "decision",
        section: "decision",
        title: s.say(`decision.title.${purpose}`, {
          approver: approver?.name,
          by: ask.by === undefined ? undefined : s.locale.date(ask.by, "long"),
          meeting: s.bundle.meeting?.name,
        }),
        shorter: [
          s.say(`decision.title.${purpose}`, {
            by: ask.by === undefined ? undefined : s.locale.date(ask.by, "long"),
          }),
        ],
        short: s.words("decision.short"),
        content: null,
        about: [
          "ask",
          ...(s.bundle.options ?? []).flatMap((option) => (option.recommended ? [option.id] : [])),
        ],
        say: [s.rich(ask.decision)],
        from: [["ask"]],
        body: true,
      },
    ];
  },
  build: (_point, c) => {
    const ask = c.bundle.ask;
    if (ask === undefined) throw new Error("a decision without an ask");
    const yes = afterYes(c);
    const no = afterNo(c);
    const minds = openMinds(c);
    const facts = columns([5, 7], [askFacts(c), askTerms(c) ?? stack("none")]);
    const after = [
      yes.length > 0 && outcome(c.say("decision.yes"), yes, "good"),
      no.length > 0 && outcome(c.say("decision.no"), no, "bad"),
      minds.length > 0 && outcome(c.say("decision.minds"), minds, "muted"),
    ].filter((block): block is Block => block !== false);
    const waiting =
      ask.waiting === undefined ? undefined : headed(c.say("decision.waiting"), c.rich(ask.waiting));
    return {
      kicker: c.say("decision.kicker"),
      body: columns(
        [8, 4],
        [
          stack(
            "wide",
            text("lead", c.rich(ask.decision)),
            facts,
            waiting,
            panel(howToAnswer(c), { fill: "wash" }),
          ),
          stack("normal", ...after),
        ],
        { align: "top", ruled: true },
      ),
    };
  },
});

const outcome = (label: Rich, items: readonly Rich[], ink: "good" | "bad" | "muted"): Block =>
  stack("tight", heading(label, ink), bullets(items));

/** Most conditions that the page names; the others stand with their objections. */
const MOST_MINDS = 3;
const DOUBT = ["high", "medium", undefined, "low"] as const;

/**
 * The facts that would change our mind, each with a link to its objection: those of the objections that leave most doubt. An
 * objection that leaves little has its own on its page.
 */
function openMinds(c: BuildContext): readonly Rich[] {
  const all = (c.bundle.objections ?? []).map((objection, n) => ({ ...objection, n }));
  const told = all.filter(({ wouldChangeOurMind }) => wouldChangeOurMind !== undefined);
  const ordered = DOUBT.flatMap((doubt) => told.filter(({ residual }) => residual === doubt));
  const open = ordered.filter(({ residual }) => residual !== "low");
  return (open.length > 0 ? open : ordered)
    .slice(0, MOST_MINDS)
    .sort((a, b) => a.n - b.n)
    .map(({ id, n, wouldChangeOurMind = "" }) => [
      ...c.rich(wouldChangeOurMind),
      ...(c.story.points.some((point) => point.id === `objection-${id}`)
        ? [
            { text: " (" },
            { text: c.words("objection.short", { n: n + 1 }), to: `objection-${id}` },
            { text: ")" },
          ]
        : []),
    ]);
}

/** Consequence of a yes: as written, else the first next steps. */
function afterYes(c: BuildContext): readonly Rich[] {
  const own = c.bundle.ask?.afterYes;
  if (own !== undefined) return [c.rich(own)];
  return (c.bundle.plan?.next ?? []).slice(0, 3).map((step) =>
    c.say("decision.step", {
      what: c.rich(step.what),
      owner: c.find.person(step.owner)?.name,
      by: step.by === undefined ? undefined : c.locale.date(step.by, "dayMonth"),
    }),
  );
}

/** Consequence of a no: as written, else what the cheapest option that is not recommended says of itself. */
function afterNo(c: BuildContext): readonly Rich[] {
  const own = c.bundle.ask?.afterNo;
  if (own !== undefined) return [c.rich(own)];
  const nothing = (c.bundle.options ?? [])
    .filter((o) => !o.recommended)
    .sort((a, b) => (a.cost ?? 0) - (b.cost ?? 0))[0];
  return [nothing?.why, nothing?.risk].flatMap((sentence) =>
    sentence === undefined ? [] : [c.rich(sentence)],
  );
}

/** A mail link that carries the questions whose answers `readForm` reads. */
export function howToAnswer(c: BuildContext): Block {
  const { contact, ask, title, version } = c.bundle;
  const own = ask?.howToAnswer;
  const words =
    own === undefined
      ? c.say("decision.how", { name: contact?.name, role: contact?.role, mail: contact?.email })
      : c.rich(own);
  const mail: Rich = contact?.email
    ? [
        { text: " " },
        { text: contact.email, href: answerLink(c.words, { email: contact.email, title, version }) },
      ]
    : [];
  return text("body", [
    {
      text: bold(c.say("decision.how.label")),
      role: "kicker",
      reading: "heading" as const,
      ink: "accent",
    },
    {
      text:
        contact === undefined && own === undefined
          ? rich(c.words("decision.how.meeting"))
          : [...words, ...mail],
      space: "hair",
    },
  ]);
}
