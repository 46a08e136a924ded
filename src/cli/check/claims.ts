import { pathText } from "../../base/json-path.ts";
import { CLAIM_GUARD, CLAIM_OUTCOME, claimsListed } from "../../diagnostics/messages/check.ts";
import type { ListedClaim } from "../../rules/claims/list.ts";

/** The claims of one bundle as text: place and sentence, then the words that claim and the test that guards them. */
export function claimsText(file: string, claims: readonly ListedClaim[]): string {
  const of = (guard: ListedClaim["guard"]): number => claims.filter((claim) => claim.guard === guard).length;
  const lines = claims.flatMap(({ path, sentence, words, guard, test, outcome }, n) => {
    const before = claims[n - 1];
    const same =
      before !== undefined && before.sentence === sentence && pathText(before.path) === pathText(path);
    const said = words === undefined ? "" : `${JSON.stringify(words)}  `;
    const judged =
      test === undefined ? "" : `${test}  ${outcome === undefined ? "" : CLAIM_OUTCOME[outcome]}`;
    return [
      ...(same ? [] : [`  ${pathText(path)}  ${sentence}`]),
      `    ${CLAIM_GUARD[guard]}  ${said}${judged}`.trimEnd(),
    ];
  });
  return `${[claimsListed(file, of("written"), of("read"), of("none")), ...lines].join("\n")}\n`;
}
