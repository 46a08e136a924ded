/** ms without a call after which something is done that is not to be done at each save. */
const REST = 1_000;

export interface Rest {
  /** Does it once nobody has called for a while. */
  readonly later: () => void;
  readonly cancel: () => void;
}

/** Waits until saves are over: reading the disk takes a moment, and one save is often followed by another. */
export function createRest(act: () => void): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  return {
    cancel,
    later: () => {
      cancel();
      timer = setTimeout(act, REST);
    },
  };
}
