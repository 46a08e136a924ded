import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/** Findings that both a rule and the layout report about a page: code of the rule, code of the layout. */
const SEEN_TWICE: Readonly<Record<string, string>> = {
  "deck/overflow": "deck/overflow",
  "titles/sentence": "deck/title-too-long",
};

interface Found {
  /** Diagnostics of the stages. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings of the rules. */
  readonly findings: readonly Diagnostic[];
}

/** Nothing twice: the layout says how much to cut, so it speaks for both, unless it only warns of what a rule forbids. */
export function withoutRepeats({ diagnostics, findings }: Found): Found {
  const kept = findings.filter(
    (finding) =>
      !diagnostics.some(
        (said) => isSame(said, finding) && (said.severity === "error" || finding.severity === "warning"),
      ),
  );
  return {
    diagnostics: diagnostics.filter((said) => !kept.some((finding) => isSame(said, finding))),
    findings: kept,
  };
}

const isSame = (said: Diagnostic, { code, page }: Diagnostic): boolean =>
  page !== undefined && said.code === SEEN_TWICE[code] && continues(page, said.page ?? "");

/** True where a page is the named one or one of its continuations: reason-1, reason-1-2. */
const continues = (page: string, first: string): boolean =>
  page === first || (page.startsWith(`${first}-`) && /^\d+$/.test(page.slice(first.length + 1)));
