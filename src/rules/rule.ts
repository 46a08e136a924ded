import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Deck, LayoutName } from "../model/deck.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import type { Pages } from "../model/page.ts";
import type { Reply } from "../model/replies.ts";
import type { Story } from "../model/story.ts";
import type { ColorToken } from "../model/text.ts";
import type { OptionalWords } from "./languages/index.ts";

/** Data that a rule may examine. Later stages know more; a rule names the last one that it needs. */
export interface Checked {
  /** With its expressions resolved. */
  readonly bundle: Bundle;
  /** The bundle as it was read, which shows the figures that a sentence names. */
  readonly written: Bundle;
  /** Replies of readers, with places in the bundle as it is now. */
  readonly replies: readonly Reply[];
  readonly figures: Figures;
  readonly story: Story;
  readonly deck: Deck;
  readonly pages: Pages;
  /** Colour of an ink in the theme of the deck: hex without #. */
  readonly colour: (ink: ColorToken, layout?: LayoutName) => string;
  /** Lines that the look of the deck gives a title of this layout; more than usual where a template's titles are narrow. */
  readonly titleLines: (layout: LayoutName) => number;
}

/** One place where a rule is broken. */
export interface Finding {
  /** A full sentence. */
  readonly what: string;
  /** Hint for this finding, where it can be more precise than the rule's own. */
  readonly hint?: string;
  /** Severity of this finding, where it differs from the rule's. */
  readonly severity?: Diagnostic["severity"];
  readonly path?: JsonPath;
  /** The words of the value that are meant, where it is not the whole of it. */
  readonly excerpt?: string;
  /** Text that may be written in place of those words without anybody's judgement. */
  readonly instead?: string;
  /** Id of the page. */
  readonly page?: string;
}

/**
 * A rule of the argument. It documents itself: `why`, `hint`, `source` and the two examples are what docs and reports
 * print, and the examples are its tests.
 */
export interface Rule {
  /** "ask/complete" */
  readonly code: string;
  readonly severity: Diagnostic["severity"];
  /** The last thing that it looks at; bundle stands for the bundle as written and as told. */
  readonly on: "bundle" | "figures" | "story" | "pages";
  /** True where no bundle may silence it: consent and leaks. */
  readonly firm?: true;
  /** True where it reads language, wholly or in part: it is skipped where no heuristics are written for the deck's language. */
  readonly heuristic?: true;
  /** Words of a language without which it reads less: where the deck's language lacks some, it is listed as skipped. */
  readonly needs?: readonly OptionalWords[];
  /**
   * Patterns of what it reads beside the place that a finding names, such as `metrics.*.values`. Where one of them could
   * not be read, what the rule would say may be wrong, and it is not asked.
   */
  readonly reads?: readonly string[];
  /** Requirement of the rule, in one sentence. */
  readonly asks: string;
  /** Why it matters to the reader of the deck. */
  readonly why: string;
  readonly hint: string;
  /** Source of the rule: author or standard. */
  readonly source: string;
  /** Limits of a heuristic: what it can and cannot find, for the docs. */
  readonly sees?: readonly string[];
  /** Fragments of a bundle, laid over a small sound one; for a rule about replies, these with it. */
  readonly examples: {
    readonly valid: Partial<Bundle>;
    readonly invalid: Partial<Bundle>;
    readonly replies?: { readonly valid: readonly Reply[]; readonly invalid: readonly Reply[] };
  };
  readonly check: (checked: Checked) => readonly Finding[];
}

/** A finding of a rule as everyone else reports things; `severity` is what a bundle makes of the rule. */
export function toDiagnostic(rule: Rule, finding: Finding, severity?: Diagnostic["severity"]): Diagnostic {
  return {
    code: rule.code,
    severity: severity ?? finding.severity ?? rule.severity,
    what: finding.what,
    why: rule.why,
    hint: finding.hint ?? rule.hint,
    ...(finding.path === undefined ? {} : { path: finding.path }),
    ...(finding.excerpt === undefined ? {} : { excerpt: finding.excerpt }),
    ...(finding.instead === undefined ? {} : { instead: finding.instead }),
    ...(finding.page === undefined ? {} : { page: finding.page }),
  };
}
