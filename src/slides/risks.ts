import { DEFAULT_CURRENCY, type Risk } from "../model/bundle/index.ts";
import type { Block, Cell, PlaneBlock, TableBlock } from "../model/deck.ts";
import { type ColorToken, type Rich, rich } from "../model/text.ts";
import { bold, columns, filled, labelRows, text } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** Likelihood times impact from which a risk is high, and from which it is medium, on scales of 1 to 5. */
const HIGH = 12;
const MEDIUM = 6;
/** Number of risks from which on a matrix shows more than the table beside it. */
const MATRIX = 4;

/** Risks by weight: where they stand, what is done, who watches, what shows it. */
export const risks = slideKind<null>({
  name: "risks",
  shows: "What may go wrong, how likely and how bad, what is done about it, and who watches.",
  outline: (s) => {
    const all = ranked(s.bundle.risks ?? []);
    const first = all[0];
    if (first === undefined) return [];
    const tied = all.filter((risk) => weight(risk) === weight(first)).length;
    const heading = {
      n: all.length,
      single: all.length === 1,
      even: tied === all.length,
      tied: tied > 1 ? tied : undefined,
      first: s.rich(first.risk),
    };
    return [
      {
        id: "risks",
        section: "proposal",
        title: s.say("risks.title", {
          ...heading,
          watched: all.every((risk) => risk.owner !== undefined && risk.trigger !== undefined),
        }),
        shorter: [s.say("risks.title", heading), s.say("risks.title.short", heading)],
        short: s.words("risks.short"),
        content: null,
        about: [],
        say: [s.say("risks.say", { n: all.length })],
        from: [["risks"]],
        body: true,
      },
    ];
  },
  build: (_point, c) => {
    const all = ranked(c.bundle.risks ?? []);
    return {
      kicker: c.say("risks.kicker"),
      legend: c.say("risks.legend"),
      body:
        all.length === 1
          ? alone(c, all)
          : all.length < MATRIX
            ? table(c, all)
            : columns([3, 9], [filled("none", 0, matrix(c, all)), table(c, all)], { align: "stretch" }),
    };
  },
});

export const weight = (risk: Risk): number => risk.likelihood * risk.impact;
/** The heaviest first. */
export const ranked = (all: readonly Risk[]): Risk[] => [...all].sort((a, b) => weight(b) - weight(a));
const code = (n: number): string => String(n + 1);
type Level = "high" | "medium" | "low";
const levelOf = (risk: Risk): Level =>
  weight(risk) >= HIGH ? "high" : weight(risk) >= MEDIUM ? "medium" : "low";
const INKS: Readonly<Record<Level, ColorToken>> = { high: "bad", medium: "accent", low: "muted" };
const FILLS: Readonly<Record<Level, ColorToken>> = { high: "bad", medium: "badSoft", low: "wash" };
const ink = (risk: Risk): ColorToken => INKS[levelOf(risk)];

function matrix(c: BuildContext, all: readonly Risk[]): PlaneBlock {
  const bands = ["1", "2", "3", "4", "5"];
  return {
    type: "plane",
    name: c.words("risks.matrix"),
    alt: c.words("risks.matrix.alt", {
      n: all.length,
      places: all
        .map(({ likelihood, impact }, n) =>
          c.words("risks.matrix.place", { no: code(n), likelihood, impact }),
        )
        .join(c.locale.marks.semicolon),
    }),
    xBands: bands,
    yBands: bands,
    xTitle: c.words("risks.likelihood"),
    yTitle: c.words("risks.impact"),
    grounds: bands.map((_y, y) =>
      bands.map((_x, x) =>
        (x + 1) * (y + 1) >= HIGH ? "badSoft" : (x + 1) * (y + 1) >= MEDIUM ? "wash" : null,
      ),
    ),
    points: all.map((risk, n) => ({
      xBand: risk.likelihood - 1,
      yBand: risk.impact - 1,
      code: code(n),
      label: [],
      ink: ink(risk),
    })),
    says: "beside",
  };
}

/** A single risk: the columns of the table as rows, which fill the page. */
function alone(c: BuildContext, all: readonly Risk[]): Block {
  const { rows, head } = table(c, all);
  return labelRows(
    (rows[0] ?? []).map(({ text: words }, n) => ({
      label: head[n]?.text ?? [],
      from: ["risks", 0],
      content: text("lead", words),
      strong: n === 0,
    })),
    [3, 9],
  );
}

/** Columns with their widths, relative to one another. */
const COLUMNS = [
  ["risk", 2.4],
  ["level", 1.1],
  ["mitigation", 2.6],
  ["trigger", 2.2],
  ["then", 2.2],
  ["owner", 1.3],
] as const;

/** Consequence of a risk that happens, under the money that is then at stake. */
function consequence(c: BuildContext, { exposure, then: words }: Risk): Rich {
  const amount =
    exposure === undefined
      ? []
      : bold(
          rich(
            c.locale.value(String(exposure), { unit: c.bundle.currency ?? DEFAULT_CURRENCY, decimals: 0 }),
          ),
        );
  if (words === undefined) return exposure === undefined ? c.say("none") : amount;
  return exposure === undefined ? c.rich(words) : [...amount, { text: "\n" }, ...c.rich(words)];
}

function table(c: BuildContext, all: readonly Risk[]): TableBlock {
  const told = all.some((risk) => risk.then !== undefined || risk.exposure !== undefined);
  const shown = COLUMNS.filter(([key]) => key !== "then" || told);
  const heads = shown.map(([key]) => key);
  const sentence = (value: string | undefined) => (value === undefined ? c.say("none") : c.rich(value));
  const numbered = all.length >= MATRIX;
  const rows = all.map((risk, n): Cell[] => [
    ...(numbered ? [{ text: rich(code(n)), bold: true, ink: ink(risk) }] : []),
    { text: bold(c.rich(risk.risk)) },
    {
      text: c.say("risks.level", {
        likelihood: risk.likelihood,
        impact: risk.impact,
        product: weight(risk),
        level: c.words(`risks.level.${levelOf(risk)}`),
      }),
      align: "center",
      bold: true,
      fill: FILLS[levelOf(risk)],
    },
    { text: sentence(risk.mitigation) },
    { text: sentence(risk.trigger) },
    ...(told ? [{ text: consequence(c, risk) }] : []),
    { text: rich(c.find.person(risk.owner)?.name ?? "–") },
  ]);
  return {
    type: "table",
    name: c.words("risks.short"),
    alt: c.words("risks.alt", { n: all.length, follows: told }),
    head: (numbered ? ["no" as const, ...heads] : heads).map((key) => ({
      text: c.say(`risks.head.${key}`),
      ...(key === "level" ? { align: "center" as const } : {}),
    })),
    rows,
    widths: [...(numbered ? (["fit"] as const) : []), ...shown.map(([, width]) => width)],
    rowHeads: !numbered,
    role: all.length <= 5 ? "body" : "table",
  };
}
