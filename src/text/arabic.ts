/** Advance in em: joined to the next letter and not, regular and bold. */
type Widths = readonly [joined: number, free: number, boldJoined: number, boldFree: number];

/** DejaVu Sans, the widest of the common fallback fonts; of the forms with and without a letter before, the wider. */
const GROUPS: readonly (readonly [letters: string, widths: Widths])[] = [
  ["اأإآٱ", [0.3, 0.3, 0.38, 0.38]],
  ["ء", [0.47, 0.47, 0.51, 0.51]],
  ["ئىيےۓ", [0.3, 0.83, 0.41, 1.01]],
  ["نںڻ", [0.3, 0.76, 0.41, 0.9]],
  ["بتثپټٹڀ", [0.3, 0.98, 0.41, 1.06]],
  ["جحخچڅځ", [0.65, 0.65, 0.72, 0.72]],
  ["دذڈډڌ", [0.52, 0.52, 0.58, 0.58]],
  ["رزوؤژړڑۆۇۈۋ", [0.55, 0.55, 0.63, 0.63]],
  ["ةھەۃ", [0.54, 0.54, 0.61, 0.61]],
  ["هہ", [0.53, 0.54, 0.69, 0.61]],
  ["سشښ", [0.89, 1.27, 1.02, 1.41]],
  ["صض", [0.87, 1.23, 0.99, 1.36]],
  ["طظ", [0.82, 0.95, 0.97, 1.07]],
  ["عغ", [0.6, 0.6, 0.68, 0.68]],
  ["فڤ", [0.51, 1.04, 0.72, 1.19]],
  ["ق", [0.51, 0.83, 0.72, 0.9]],
  ["ك", [0.55, 0.84, 0.58, 0.93]],
  ["کگڭګ", [0.55, 0.9, 0.58, 1.02]],
  ["ل", [0.33, 0.76, 0.41, 0.89]],
  ["م", [0.58, 0.67, 0.67, 0.78]],
  ["٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪؟", [0.54, 0.54, 0.61, 0.61]],
  ["،؛٬٫۔ـ", [0.33, 0.33, 0.4, 0.4]],
];

const WIDTHS: ReadonlyMap<number, Widths> = new Map(
  GROUPS.flatMap(([letters, widths]) =>
    Array.from(letters, (letter) => [letter.codePointAt(0) ?? 0, widths] as const),
  ),
);

/** As wide as the widest common letter, for those of lesser-used alphabets. */
const UNKNOWN: Widths = [0.9, 1.27, 1.02, 1.41];

const HAMZA = 0x621;
const TATWEEL = 0x640;
const joins = (code: number): boolean =>
  (code > HAMZA && code <= 0x64a) || code === TATWEEL || (code >= 0x671 && code <= 0x6d3);

/**
 * Advance in em of an Arabic character before `next` (code points). Letters are joined: one that joins the next is
 * about half as wide as one at the end of its word. Marks are not for this function.
 */
export function arabicAdvance(code: number, next: number, bold: boolean): number {
  const widths = WIDTHS.get(code) ?? UNKNOWN;
  if (joins(next)) return bold ? widths[2] : widths[0];
  return bold ? widths[3] : widths[1];
}
