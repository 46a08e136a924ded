/**
 * Advances in 1/1000 em: alone, before a letter, between letters, after a letter; regular, then the same in bold. Those
 * of DejaVu Sans, the widest of the common fallback fonts.
 */
const GROUPS: readonly (readonly [letters: string, advances: readonly number[]])[] = [
  ["اأإآ", [278, 278, 305, 305, 343, 343, 375, 375]],
  ["ء", [470, 470, 470, 470, 511, 511, 511, 511]],
  ["ئ", [783, 278, 302, 833, 917, 375, 408, 917]],
  ["ىي", [783, 278, 302, 833, 917, 375, 408, 1012]],
  ["نںڻ", [734, 278, 302, 761, 854, 375, 408, 900]],
  ["بتثپټٹڀ", [941, 278, 302, 982, 1005, 375, 408, 1059]],
  ["جحخچڅځ", [646, 618, 646, 646, 721, 721, 721, 721]],
  ["دذ", [445, 445, 525, 525, 513, 513, 578, 578]],
  ["ڈډڌ", [445, 445, 525, 525, 445, 445, 578, 578]],
  ["رزژڑ", [483, 483, 552, 552, 576, 576, 622, 622]],
  ["وؤۆۇۈۋ", [483, 483, 517, 517, 622, 622, 627, 627]],
  ["ړ", [498, 498, 552, 552, 576, 576, 622, 622]],
  ["ةە", [524, 524, 536, 536, 590, 590, 606, 606]],
  ["ھ", [698, 527, 461, 632, 938, 693, 660, 880]],
  ["ه", [524, 527, 461, 536, 590, 693, 660, 606]],
  ["سشښ", [1221, 838, 892, 1275, 1380, 983, 1018, 1414]],
  ["صض", [1209, 849, 867, 1225, 1345, 966, 985, 1364]],
  ["طظ", [925, 796, 820, 949, 1039, 942, 974, 1071]],
  ["ع", [597, 597, 482, 532, 683, 683, 564, 683]],
  ["غ", [597, 523, 482, 532, 683, 683, 564, 683]],
  ["فڤ", [1037, 478, 506, 1035, 1162, 655, 720, 1191]],
  ["ق", [776, 478, 506, 834, 894, 655, 720, 901]],
  ["ك", [824, 476, 552, 843, 917, 582, 582, 931]],
  ["کگ", [895, 476, 552, 895, 1024, 582, 582, 1024]],
  ["ڭ", [824, 476, 552, 843, 917, 476, 552, 843]],
  ["ګ", [895, 476, 552, 895, 1024, 582, 552, 1024]],
  ["ل", [727, 305, 331, 757, 868, 375, 408, 893]],
  ["م", [619, 536, 578, 666, 733, 619, 670, 784]],
  ["٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪", [537, 537, 537, 537, 610, 610, 610, 610]],
  ["؟", [531, 531, 531, 531, 580, 580, 580, 580]],
  ["،", [323, 323, 323, 323, 380, 380, 380, 380]],
  ["؛", [318, 318, 318, 318, 400, 400, 400, 400]],
  ["٬", [318, 318, 318, 318, 380, 380, 380, 380]],
  ["٫", [325, 325, 325, 325, 374, 374, 374, 374]],
  ["ـ", [293, 293, 293, 293, 342, 342, 342, 342]],
];

const ADVANCES: ReadonlyMap<number, readonly number[]> = new Map(
  GROUPS.flatMap(([letters, advances]) =>
    Array.from(letters, (letter) => [letter.codePointAt(0) ?? 0, advances] as const),
  ),
);

/** Widths of letters of lesser-used alphabets: those of the widest common letter. */
const UNKNOWN = [1220, 840, 890, 1270, 1380, 980, 1020, 1410] as const;

const HAMZA = 0x621;
const isLetter = (code: number): boolean =>
  (code > HAMZA && code <= 0x64a) || (code >= 0x671 && code <= 0x6d3) || code === 0x6d5;

/** Letters that do not join the next one (Unicode's ArabicShaping.txt, type R). */
const RIGHT_JOINING: ReadonlySet<number> = new Set(
  Array.from("اأإآٱدذڈډڌڊڋڍڎڏڐرزژڑړڒڔڕږڗڙوؤۄۅۆۇۈۉۊۋۏةەۃےۓۀ", (letter) => letter.codePointAt(0) ?? 0),
);

/**
 * Advance in em of an Arabic character between two others (code points, 0 where there is none). Letters are joined, and
 * one in the middle of a word is half as wide as one at its end. Marks are not for this function.
 */
export function arabicAdvance(previous: number, code: number, next: number, bold: boolean): number {
  const after = isLetter(previous) && !RIGHT_JOINING.has(previous) ? 1 : 0;
  const before = isLetter(next) && isLetter(code) && !RIGHT_JOINING.has(code) ? 1 : 0;
  const form = before === 1 ? 1 + after : after * 3;
  return ((ADVANCES.get(code) ?? UNKNOWN)[form + (bold ? 4 : 0)] ?? 1410) / 1000;
}
