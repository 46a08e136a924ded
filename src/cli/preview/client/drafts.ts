/** A text that somebody has written and not saved. */
export interface Draft {
  /** Text of the bundle that it began with. */
  readonly before: string;
  readonly after: string;
  /** Id of the slide that it was written on. */
  readonly slide: string;
}

/** Drafts of the texts of a deck by the key of their part; they outlive the page as long as its tab is open. */
export interface Drafts {
  readonly of: (key: string) => Draft | undefined;
  readonly keep: (key: string, draft: Draft) => void;
  readonly drop: (key: string) => void;
  /** The draft that was written last, with its key. */
  readonly last: () => (Draft & { readonly key: string }) | undefined;
}

export function createDrafts(storage: Storage, deck: string): Drafts {
  const name = `drafts ${deck}`;
  const read = (): Readonly<Record<string, Draft>> =>
    JSON.parse(storage.getItem(name) ?? "{}") as Readonly<Record<string, Draft>>;
  const write = (drafts: Readonly<Record<string, Draft>>): void =>
    storage.setItem(name, JSON.stringify(drafts));
  const without = (key: string): Readonly<Record<string, Draft>> => {
    const { [key]: _, ...others } = read();
    return others;
  };
  return {
    of: (key) => (Object.hasOwn(read(), key) ? read()[key] : undefined),
    keep: (key, draft) => write({ ...without(key), [key]: draft }),
    drop: (key) => write(without(key)),
    last: () => {
      const [key, draft] = Object.entries(read()).at(-1) ?? [];
      return key === undefined || draft === undefined ? undefined : { key, ...draft };
    },
  };
}
