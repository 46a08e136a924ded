import { between, change, type Data, isLargest, min, near, pairs, rises, sum, type Truth } from "../data.ts";

const seasons = ["Kevät", "Kesä", "Syksy"];
const seldomer = (d: Data): boolean =>
  seasons.every((season) => d.bar("kokeilu", season, 0) < d.bar("kokeilu", season, 1));
const visits = (d: Data): number => sum(d.bars("syyt"));
const months = (d: Data, from: number, to: number): number => sum(d.actual("perutut").slice(from, to));

export const konepaja: readonly Truth[] = [
  { at: "why.complication", holds: (d) => pairs(d.actual("seisonta")).every(([a, b]) => b >= a) },
  { at: "why.opportunity", holds: seldomer },
  { at: "why.reasons.0.claim", holds: (d) => isLargest(d.bar("syyt", "Pyörien lovet"), d.bars("syyt")) },
  {
    at: "why.reasons.0.because",
    holds: (d) =>
      visits(d) === 560 && d.bar("syyt", "Pyörien lovet") === 212 && between(212 / visits(d), 0.36, 0.4),
  },
  {
    at: "why.reasons.1.claim",
    holds: (d) => seldomer(d) && d.latest("ika-portti") > d.latest("ika-nyt"),
  },
  {
    at: "why.reasons.1.because",
    holds: (d) => between(d.latest("ika-portti") / d.latest("ika-nyt"), 1.25, 1.34),
  },
  {
    at: "why.reasons.2.claim",
    holds: (d) => near(d.latest("seisonta") - d.of("seisonta", "2024-Q1"), 1.5, 0.08),
  },
  {
    at: "why.reasons.3.because",
    holds: (d) =>
      months(d, 9, 12) > months(d, 0, 3) && isLargest(d.of("perutut", "2026-12"), d.actual("perutut")),
  },
  {
    at: "charts.syyt.message",
    holds: (d) =>
      between((d.bar("syyt", "Pyörien lovet") + d.bar("syyt", "Määräaikaishuolto")) / visits(d), 0.62, 0.667),
  },
  {
    at: "charts.syyt.meaning",
    holds: (d) => d.bars("syyt").filter((value) => value > d.bar("syyt", "Ovet")).length === 2,
  },
  { at: "charts.kokeilu.message", holds: seldomer },
  {
    at: "charts.kokeilu.meaning",
    holds: (d) =>
      [0, 1].every((series) => d.bar("kokeilu", "Kesä", series) === min(d.bars("kokeilu", series))) &&
      [0, 1].every((series) => new Set(d.bars("kokeilu", series)).size > 1),
  },
  {
    at: "charts.seisonta-kehitys.message",
    holds: (d) =>
      between(change(d.actual("seisonta")), 1 / 3, 0.4) &&
      d.latest("seisonta") - d.target("seisonta") > d.first("seisonta") - d.target("seisonta"),
  },
  {
    at: "charts.perutut-kehitys.message",
    holds: (d) => rises(d.since("perutut", "2026-06")),
  },
  {
    at: "charts.perutut-kehitys.meaning",
    holds: (d) => ["06", "07", "08"].every((month) => d.of("perutut", `2026-${month}`) > d.target("perutut")),
  },
];
