import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FillPhrase } from "../locales/en/phrases.ts";
import type { Locale } from "../locales/locale.ts";

/** Services that every part of the computation needs, and the collector of its findings. */
export interface Computing {
  readonly locale: Locale;
  /** A phrase of the locale, filled in. */
  readonly words: FillPhrase<string>;
  /** Currency of amounts that name none. */
  readonly currency: string;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Says why a figure that could be expected is not there. */
  readonly leaveOut: (id: string, reason: string) => void;
}

/** Made without a prototype, so that a metric called constructor is a metric and nothing else. */
export const record = <T>(entries: Iterable<readonly [string, T]> = []): Record<string, T> => {
  const made: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) made[key] = value;
  return made;
};
