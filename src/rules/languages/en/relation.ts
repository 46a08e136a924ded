/** "the longer they wait, the fewer stay" */
const RELATION = /\bthe ([a-z]+)\b[^.;]*?, the ([a-z]+)\b/i;
const MORE_OR_LESS: ReadonlyMap<string, "more" | "less"> = new Map([
  ..."more higher longer larger greater bigger older heavier further farther later wider warmer dearer"
    .split(" ")
    .map((word) => [word, "more"] as const),
  ..."fewer less lower shorter smaller younger newer lighter nearer closer earlier narrower colder cheaper"
    .split(" ")
    .map((word) => [word, "less"] as const),
]);

/** Tells whether more of one measure is said to go with more of another (same), or with less (opposite). */
export function relation(text: string): "same" | "opposite" | undefined {
  const match = RELATION.exec(text);
  const [one, other] = [match?.[1], match?.[2]].map((word) => MORE_OR_LESS.get(word?.toLowerCase() ?? ""));
  if (one === undefined || other === undefined) return undefined;
  return one === other ? "same" : "opposite";
}
