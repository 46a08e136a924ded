import type { Locale } from "../locales/locale.ts";
import { parseMarkup, setOff } from "../locales/markup.ts";
import type { Phrasebook } from "../locales/phrasebook.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import type { Lookup, SlideContext } from "./kind.ts";
import { protect } from "./protect.ts";

/** Makes the context of slide kinds from a bundle whose expressions are resolved. */
export function createSlideContext(
  resolved: Bundle,
  figures: Figures,
  locale: Locale,
  phrasebook: Phrasebook,
  more: Pick<SlideContext, "since" | "brief" | "digest"> = {},
): SlideContext {
  const bundle = protect(resolved);
  return {
    bundle,
    figures,
    locale,
    rich: (written) => setOff(parseMarkup(written), locale.emphasis),
    say: phrasebook.say,
    words: phrasebook.words,
    find: createFinding(bundle),
    ...more,
  };
}

function createFinding(bundle: Bundle): Lookup {
  const paths = new Map<string, JsonPath>();
  const index = <T extends { readonly id?: string | undefined }>(
    collection: string,
    items: readonly T[] | undefined,
  ) => {
    const byId = new Map<string, T>();
    for (const [n, item] of (items ?? []).entries()) {
      if (item.id === undefined) continue;
      byId.set(item.id, item);
      paths.set(item.id, [collection, n]);
    }
    return (id: string | undefined): T | undefined => (id === undefined ? undefined : byId.get(id));
  };
  for (const id of ["ask", "why", "investment", "plan"]) paths.set(id, [id]);
  return {
    person: index("stakeholders", bundle.stakeholders),
    metric: index("metrics", bundle.metrics),
    chart: index("charts", bundle.charts),
    quote: index("quotes", bundle.quotes),
    goal: index("goals", bundle.goals),
    option: index("options", bundle.options),
    path: (id) => paths.get(id),
  };
}
