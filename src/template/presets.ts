import { all, child, type Element } from "../ooxml/xml.ts";
import { arc, polygon, rounded } from "./path.ts";

/** Data of a preset shape: adjustments in shares, with their defaults, and the frame's size. */
interface Shape {
  readonly adjust: (name: string, usual: number) => number;
  readonly width: number;
  readonly height: number;
  /** The shorter side as a share of the width and of the height. */
  readonly short: readonly [x: number, y: number];
}

type Preset = (shape: Shape) => string;
const RECTANGLE = polygon([
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]);
const ELLIPSE = `M1 0.5${arc([0.5, 0.5], [0.5, 0.5], 0, 2 * Math.PI)}Z`;
const LINE = polygon(
  [
    [0, 0],
    [1, 1],
  ],
  false,
);
const rectangle: Preset = () => RECTANGLE;
const line: Preset = () => LINE;

/** Two radii as corners: `one` and `two` are shares of the shorter side. */
function corners({ short: [x, y] }: Shape, sizes: readonly [number, number, number, number]): string {
  const radius = (size: number): readonly [number, number] => [
    Math.min(0.5, size) * x,
    Math.min(0.5, size) * y,
  ];
  const [a, b, c, d] = sizes;
  return rounded([radius(a), radius(b), radius(c), radius(d)]);
}

function snipped({ short: [x, y] }: Shape, sizes: readonly [number, number, number, number]): string {
  const [a, b, c, d] = sizes.map((size) => Math.min(0.5, size)) as [number, number, number, number];
  return polygon([
    [0, a * y],
    [a * x, 0],
    [1 - b * x, 0],
    [1, b * y],
    [1, 1 - c * y],
    [1 - c * x, 1],
    [d * x, 1],
    [0, 1 - d * y],
  ]);
}

const round = (s: Shape, usual = 0.16667): number => s.adjust("adj", usual);
const two = (s: Shape): readonly [number, number] => [s.adjust("adj1", 0.16667), s.adjust("adj2", 0)];

/** Preset shapes as path data in fractions of their frame, by the names of ECMA-376 Part 1, 20.1.10.56. */
const PRESETS: Readonly<Record<string, Preset>> = {
  rect: rectangle,
  flowChartProcess: rectangle,
  line,
  straightConnector1: line,
  lineInv: () =>
    polygon(
      [
        [0, 1],
        [1, 0],
      ],
      false,
    ),
  ellipse: () => ELLIPSE,
  flowChartConnector: () => ELLIPSE,
  roundRect: (s) => corners(s, [round(s), round(s), round(s), round(s)]),
  flowChartAlternateProcess: (s) => corners(s, [0.16667, 0.16667, 0.16667, 0.16667]),
  flowChartTerminator: (s) => corners(s, [0.5, 0.5, 0.5, 0.5]),
  round1Rect: (s) => corners(s, [0, round(s), 0, 0]),
  round2SameRect: (s) => corners(s, [two(s)[0], two(s)[0], two(s)[1], two(s)[1]]),
  round2DiagRect: (s) => corners(s, [two(s)[0], two(s)[1], two(s)[0], two(s)[1]]),
  snip1Rect: (s) => snipped(s, [0, round(s), 0, 0]),
  snip2SameRect: (s) => snipped(s, [two(s)[0], two(s)[0], two(s)[1], two(s)[1]]),
  snip2DiagRect: (s) =>
    snipped(s, [
      s.adjust("adj1", 0),
      s.adjust("adj2", 0.16667),
      s.adjust("adj1", 0),
      s.adjust("adj2", 0.16667),
    ]),
  triangle: (s) =>
    polygon([
      [0, 1],
      [s.adjust("adj", 0.5), 0],
      [1, 1],
    ]),
  flowChartExtract: () =>
    polygon([
      [0, 1],
      [0.5, 0],
      [1, 1],
    ]),
  flowChartMerge: () =>
    polygon([
      [0, 0],
      [1, 0],
      [0.5, 1],
    ]),
  rtTriangle: () =>
    polygon([
      [0, 1],
      [0, 0],
      [1, 1],
    ]),
  diamond: () =>
    polygon([
      [0, 0.5],
      [0.5, 0],
      [1, 0.5],
      [0.5, 1],
    ]),
  flowChartDecision: () =>
    polygon([
      [0, 0.5],
      [0.5, 0],
      [1, 0.5],
      [0.5, 1],
    ]),
  parallelogram: (s) => slanted(s.adjust("adj", 0.25) * s.short[0]),
  flowChartInputOutput: () => slanted(0.2),
  trapezoid: (s) => {
    const inset = Math.min(0.5, s.adjust("adj", 0.25) * s.short[0]);
    return polygon([
      [0, 1],
      [inset, 0],
      [1 - inset, 0],
      [1, 1],
    ]);
  },
  hexagon: (s) => {
    const inset = Math.min(0.5, s.adjust("adj", 0.25) * s.short[0]);
    return polygon([
      [0, 0.5],
      [inset, 0],
      [1 - inset, 0],
      [1, 0.5],
      [1 - inset, 1],
      [inset, 1],
    ]);
  },
  pentagon: () =>
    polygon([
      [0, 0.382],
      [0.5, 0],
      [1, 0.382],
      [0.809, 1],
      [0.191, 1],
    ]),
  octagon: (s) =>
    snipped(s, [
      s.adjust("adj", 0.29289),
      s.adjust("adj", 0.29289),
      s.adjust("adj", 0.29289),
      s.adjust("adj", 0.29289),
    ]),
  homePlate: (s) => {
    const point = Math.min(1, s.adjust("adj", 0.5) * s.short[0]);
    return polygon([
      [0, 0],
      [1 - point, 0],
      [1, 0.5],
      [1 - point, 1],
      [0, 1],
    ]);
  },
  chevron: (s) => {
    const point = Math.min(1, s.adjust("adj", 0.5) * s.short[0]);
    return polygon([
      [0, 0],
      [1 - point, 0],
      [1, 0.5],
      [1 - point, 1],
      [0, 1],
      [point, 0.5],
    ]);
  },
  diagStripe: (s) => {
    const share = Math.min(1, s.adjust("adj", 0.5));
    return polygon([
      [0, share],
      [share, 0],
      [1, 0],
      [0, 1],
    ]);
  },
  corner: (s) => {
    const [x, y] = [
      Math.min(1, s.adjust("adj2", 0.5) * s.short[0]),
      Math.min(1, s.adjust("adj1", 0.5) * s.short[1]),
    ];
    return polygon([
      [0, 0],
      [x, 0],
      [x, 1 - y],
      [1, 1 - y],
      [1, 1],
      [0, 1],
    ]);
  },
  halfFrame: (s) => {
    const [x, y] = [
      Math.min(1, s.adjust("adj2", 0.33333) * s.short[0]),
      Math.min(1, s.adjust("adj1", 0.33333) * s.short[1]),
    ];
    return polygon([
      [0, 0],
      [1, 0],
      [1 - (y * s.short[0]) / s.short[1], y],
      [x, y],
      [x, 1 - (x * s.short[1]) / s.short[0]],
      [0, 1],
    ]);
  },
  frame: (s) => {
    const [x, y] = [s.adjust("adj1", 0.125) * s.short[0], s.adjust("adj1", 0.125) * s.short[1]];
    return `${RECTANGLE}${polygon([
      [x, y],
      [x, 1 - y],
      [1 - x, 1 - y],
      [1 - x, y],
    ])}`;
  },
  plus: (s) => {
    const [x, y] = [s.adjust("adj", 0.25) * s.short[0], s.adjust("adj", 0.25) * s.short[1]];
    return polygon([
      [0, y],
      [x, y],
      [x, 0],
      [1 - x, 0],
      [1 - x, y],
      [1, y],
      [1, 1 - y],
      [1 - x, 1 - y],
      [1 - x, 1],
      [x, 1],
      [x, 1 - y],
      [0, 1 - y],
    ]);
  },
  donut: (s) => {
    const [x, y] = [0.5 - s.adjust("adj", 0.25) * s.short[0], 0.5 - s.adjust("adj", 0.25) * s.short[1]];
    return `${ELLIPSE}M${0.5 + x} 0.5${arc([0.5, 0.5], [x, y], 0, -2 * Math.PI)}Z`;
  },
  pie: (s) => wedge(s, true),
  chord: (s) => wedge(s, false),
  arc: (s) => {
    const [from, sweep] = angles(s, 270, 0);
    return `M${0.5 + 0.5 * Math.cos(from)} ${0.5 + 0.5 * Math.sin(from)}${arc([0.5, 0.5], [0.5, 0.5], from, sweep)}`;
  },
  teardrop: () =>
    `M0 0.5${arc([0.5, 0.5], [0.5, 0.5], Math.PI, Math.PI / 2)}L1 0L1 0.5${arc([0.5, 0.5], [0.5, 0.5], 0, Math.PI)}Z`,
  flowChartDocument: () => "M0 0L1 0L1 0.80194C0.5 0.80194 0.5 1.1075 0 0.93389Z",
  bentConnector2: () =>
    polygon(
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      false,
    ),
  bentConnector3: (s) => {
    const x = s.adjust("adj1", 0.5);
    return polygon(
      [
        [0, 0],
        [x, 0],
        [x, 1],
        [1, 1],
      ],
      false,
    );
  },
  curvedConnector3: (s) => {
    const x = s.adjust("adj1", 0.5);
    return `M0 0C${x / 2} 0 ${x} 0.25 ${x} 0.5C${x} 0.75 ${(1 + x) / 2} 1 1 1`;
  },
  blockArc: (s) => {
    const [from, sweep] = angles(s, 180, 0);
    const wide = s.adjust("adj3", 0.25);
    const [x, y] = [Math.max(0, 0.5 - wide * s.short[0]), Math.max(0, 0.5 - wide * s.short[1])];
    const outer = `M${0.5 + 0.5 * Math.cos(from)} ${0.5 + 0.5 * Math.sin(from)}${arc([0.5, 0.5], [0.5, 0.5], from, sweep)}`;
    const end = from + sweep;
    return `${outer}L${0.5 + x * Math.cos(end)} ${0.5 + y * Math.sin(end)}${arc([0.5, 0.5], [x, y], end, -sweep)}Z`;
  },
  leftArrow: (s) => mirrored(s, false),
  upArrow: (s) => mirrored(s, true),
  rightArrow: (s) => {
    const half = s.adjust("adj1", 0.5) / 2;
    const head = Math.min(1, s.adjust("adj2", 0.5) * s.short[0]);
    return polygon([
      [0, 0.5 - half],
      [1 - head, 0.5 - half],
      [1 - head, 0],
      [1, 0.5],
      [1 - head, 1],
      [1 - head, 0.5 + half],
      [0, 0.5 + half],
    ]);
  },
};

/** An arrow to the left, or upwards. */
function mirrored(s: Shape, up: boolean): string {
  const half = s.adjust("adj1", 0.5) / 2;
  const head = Math.min(1, s.adjust("adj2", 0.5) * s.short[up ? 1 : 0]);
  const points: [number, number][] = [
    [0, 0.5],
    [head, 0],
    [head, 0.5 - half],
    [1, 0.5 - half],
    [1, 0.5 + half],
    [head, 0.5 + half],
    [head, 1],
  ];
  return polygon(up ? points.map(([x, y]): [number, number] => [y, x]) : points);
}

const slanted = (inset: number): string => {
  const share = Math.min(1, inset);
  return polygon([
    [0, 1],
    [share, 0],
    [1, 0],
    [1 - share, 1],
  ]);
};

/** Angles of a wedge in radians: adjustments are in 1/60,000 of a degree, here as shares of 100,000. */
function angles(s: Shape, first: number, last: number): readonly [from: number, sweep: number] {
  const radians = (name: string, usual: number): number =>
    (s.adjust(name, (usual * 60_000) / 100_000) * 100_000 * Math.PI) / (60_000 * 180);
  const [from, to] = [radians("adj1", first), radians("adj2", last)];
  const sweep = (to - from) % (2 * Math.PI);
  return [from, sweep <= 0 ? sweep + 2 * Math.PI : sweep];
}

function wedge(s: Shape, toMiddle: boolean): string {
  const [from, sweep] = angles(s, toMiddle ? 0 : 45, 270);
  const start = `M${0.5 + 0.5 * Math.cos(from)} ${0.5 + 0.5 * Math.sin(from)}`;
  return `${start}${arc([0.5, 0.5], [0.5, 0.5], from, sweep)}${toMiddle ? "L0.5 0.5" : ""}Z`;
}

/** Path data of a:prstGeom; undefined for a preset that is not drawn. Width and height in EMU. */
export function presetPath(geometry: Element, width: number, height: number): string | undefined {
  const preset = PRESETS[geometry.attributes["prst"] ?? ""];
  if (preset === undefined) return undefined;
  const list = child(geometry, "a:avLst");
  const given = new Map(
    (list ? all(list, "a:gd") : []).map(({ attributes }) => [
      attributes["name"] ?? "",
      Number(/^val\s+(-?\d+)$/.exec(attributes["fmla"] ?? "")?.[1] ?? Number.NaN),
    ]),
  );
  const short = Math.min(width, height);
  return preset({
    adjust: (name, usual) => {
      const value = given.get(name) ?? Number.NaN;
      return Number.isFinite(value) ? Math.max(0, value / 100_000) : usual;
    },
    width,
    height,
    short: [width > 0 ? short / width : 1, height > 0 ? short / height : 1],
  });
}

/** Path data of a rectangle, in whose place an unknown preset stands. */
export const RECTANGLE_PATH = RECTANGLE;
