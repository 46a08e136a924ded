import {
  between,
  change,
  type Data,
  falls,
  isLargest,
  isSmallest,
  near,
  pairs,
  sum,
  type Truth,
} from "../data.ts";

const months = ["Kesäkuu", "Heinäkuu", "Elokuu"];
const difference = (d: Data, month: string): number =>
  d.bar("kokeilu", month, 0) - d.bar("kokeilu", month, 1);
const use = (d: Data, name: string): number => d.bar("kaytto", name) / sum(d.bars("kaytto"));

export const kalastus: readonly Truth[] = [
  { at: "why.complication", holds: (d) => falls(d.actual("laatu")) },
  {
    at: "why.opportunity",
    holds: (d) => near(sum(months.map((month) => d.bar("kokeilu", month, 0))) / 300, 0.8, 0.03),
  },
  { at: "why.reasons.0.claim", holds: (d) => use(d, "Rehu") > 0.5 },
  {
    at: "why.reasons.0.because",
    holds: (d) => d.bar("kaytto", "Rehu") > d.bar("kaytto", "Ruoka kotimaassa") + d.bar("kaytto", "Vienti"),
  },
  {
    at: "why.reasons.1.because",
    holds: (d) =>
      d.bars("lampo").filter((value) => value > 5).length === 3 && d.bar("lampo", "Uusikaupunki") < 5,
  },
  { at: "why.reasons.2.claim", holds: (d) => d.latest("vaikutus") > 20 },
  { at: "why.reasons.2.because", holds: (d) => d.low("vaikutus") > 20 },
  { at: "why.reasons.3.claim", holds: (d) => between(-change(d.actual("hinta")), 0.165, 0.2) },
  { at: "why.reasons.3.because", holds: (d) => pairs(d.actual("hinta")).every(([a, b]) => b <= a) },
  {
    at: "charts.kaytto.message",
    holds: (d) => near(d.bar("kaytto", "Rehu") / d.bar("kaytto", "Ruoka kotimaassa"), 1.5, 0.05),
  },
  { at: "charts.kaytto.meaning", holds: (d) => near(use(d, "Vienti"), 1 / 8, 0.06) },
  {
    at: "charts.lampo.message",
    holds: (d) =>
      isLargest(d.bar("lampo", "Kasala"), d.bars("lampo")) &&
      isSmallest(d.bar("lampo", "Uusikaupunki"), d.bars("lampo")),
  },
  { at: "charts.kokeilu.message", holds: (d) => months.every((month) => difference(d, month) > 0) },
  {
    at: "charts.kokeilu.meaning",
    holds: (d) =>
      isLargest(
        difference(d, "Heinäkuu"),
        months.map((month) => difference(d, month)),
      ),
  },
  { at: "charts.laatu-kehitys.message", holds: (d) => falls(d.actual("laatu")) },
  {
    at: "charts.laatu-kehitys.meaning",
    holds: (d) =>
      d.of("laatu", "2018") >= d.target("laatu") &&
      d.since("laatu", "2019").every((value) => value < d.target("laatu")),
  },
  {
    at: "charts.hinta-kehitys.message",
    holds: (d) => pairs(d.since("hinta", "2021")).every(([a, b]) => Math.abs(a - b - 0.01) < 0.0011),
  },
  {
    at: "charts.hinta-kehitys.meaning",
    holds: (d) => d.of("hinta", "2021") === d.of("hinta", "2020") && falls(d.since("hinta", "2021")),
  },
];
