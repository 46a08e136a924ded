/** Light of a channel, 0 to 255 (WCAG 2.2, "relative luminance"). */
const LIGHT = Float64Array.from({ length: 256 }, (_, value) => {
  const c = value / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});

/** Relative luminance of a colour, hex without #: 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminance(hex: string): number {
  const value = Number.parseInt(hex, 16);
  const light = (shift: number): number => LIGHT[(value >> shift) & 0xff] ?? 0;
  return 0.2126 * light(16) + 0.7152 * light(8) + 0.0722 * light(0);
}

/** Contrast ratio of two colours, hex without #: 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
