import createBidi from "bidi-js";

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Level of each UTF-16 unit of a line by the Unicode Bidirectional Algorithm (UAX #9): odd ones run from right to left. */
export function bidiLevelsOf(text: string, rightToLeft: boolean): ArrayLike<number> {
  if (!rightToLeft && !RIGHT_TO_LEFT.test(text)) return [];
  return createBidi().getEmbeddingLevels(text, rightToLeft ? "rtl" : "ltr").levels;
}

/**
 * Pieces from left to right (UAX #9, L2). with brackets mirrored (L4). fontkit sets a piece from right to left where it
 * holds a letter or digit of such a script, and only there; elsewhere its characters are put in the order in which they
 * are seen, and where fontkit would turn digits round they are turned beforehand.
 */
export function inVisualOrder<Piece extends { readonly text: string; readonly level: number }>(
  pieces: readonly Piece[],
): readonly Piece[] {
  const ordered = [...pieces];
  const highest = Math.max(0, ...pieces.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1)
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from;
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to += 1;
      if (to === from) continue;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  const bidi = createBidi();
  return ordered.map((piece) => {
    const backwards = piece.level % 2 === 1;
    const signs = [...piece.text].map((sign) => (backwards ? bidi.getMirroredCharacter(sign) : null) ?? sign);
    const turned = backwards === RIGHT_TO_LEFT.test(piece.text) ? signs : signs.reverse();
    return { ...piece, text: turned.join("") };
  });
}
