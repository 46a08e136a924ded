import { between, type Data, isLargest, near, pairs, rises, sum, type Truth } from "../data.ts";

const rooms = ["Keittiö", "Kylpyhuone", "WC"];
const belowHalf = (d: Data): boolean =>
  rooms.every((room) => d.bar("pilotti", room, 0) < d.bar("pilotti", room, 1) / 2);
const fixed = (d: Data): number => d.highlighted("syyt") / sum(d.bars("syyt"));

export const vuodot: readonly Truth[] = [
  { at: "why.complication", holds: (d) => d.latest("kulut") > d.first("kulut") },
  { at: "why.reasons.1.claim", holds: (d) => near(fixed(d), 0.75, 0.04) },
  { at: "why.reasons.2.claim", holds: belowHalf },
  { at: "why.reasons.3.claim", holds: (d) => rises(d.actual("kulut")) },
  {
    at: "charts.vuodosta-kuntoon.message",
    holds: (d) =>
      d.bar("vuodosta-kuntoon", "Vuoto huomaamatta") === d.latest("loytyi") &&
      between(sum(d.bars("vuodosta-kuntoon")), 50, 60),
  },
  {
    at: "charts.vuodosta-kuntoon.meaning",
    holds: (d) => isLargest(d.bar("vuodosta-kuntoon", "Kuivatus"), d.bars("vuodosta-kuntoon")),
  },
  { at: "charts.syyt.message", holds: (d) => near(fixed(d), 0.75, 0.04) },
  { at: "charts.pilotti.message", holds: belowHalf },
  {
    at: "charts.kulut-kehitys.message",
    holds: (d) => {
      const growth = pairs(d.actual("kulut")).map(([a, b]) => b - a);
      return rises(d.actual("kulut")) && (growth.at(-1) ?? 0) >= (growth[0] ?? 0);
    },
  },
];
