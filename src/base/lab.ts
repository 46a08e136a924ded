/** Matrices of how people see colours, in linear RGB; for two kinds of red-green blindness after Machado et al. 2009, severity 1. */
export const VISION = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
} as const;

export interface Lab {
  /** 0 to 100. */
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

/** A colour, hex without #, in CIELAB (white point D65). */
export function toLab(hex: string, vision: keyof typeof VISION = "full"): Lab {
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const matrix = VISION[vision];
  const seen = (row: number): number => {
    const [x = 0, y = 0, z = 0] = matrix.slice(3 * row, 3 * row + 3);
    return Math.min(1, Math.max(0, x * r + y * g + z * b));
  };
  const [red, green, blue] = [seen(0), seen(1), seen(2)];
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return { lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** Distance of two colours in CIELAB (CIE76); 2.3 is just noticeable. */
export function apart(one: string, other: string, vision: keyof typeof VISION = "full"): number {
  const [p, q] = [toLab(one, vision), toLab(other, vision)];
  return Math.hypot(p.lightness - q.lightness, p.a - q.a, p.b - q.b);
}

/** Strength of a colour: 0 for greys, about 100 for pure red. */
export function chroma(hex: string): number {
  const { a, b } = toLab(hex);
  return Math.hypot(a, b);
}
