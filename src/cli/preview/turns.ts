/** Lets one piece of work run at a time. */
export interface Turns {
  /** Runs `work` when its turn comes: of those that wait, the first that is urgent at that moment, or else the first. */
  readonly take: (urgent: () => boolean, work: () => Promise<void>) => Promise<void>;
}

/** Turns for decks that are built on one thread: whoever looks at one does not wait for those that nobody looks at. */
export function createTurns(): Turns {
  interface Waiting {
    readonly urgent: () => boolean;
    readonly start: () => Promise<void>;
  }
  const waiting: Waiting[] = [];
  let busy = false;

  const next = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let taken = pick(); taken !== undefined; taken = pick()) await taken.start();
    busy = false;
  };
  const pick = (): Waiting | undefined => {
    const urgent = waiting.findIndex((one) => one.urgent());
    return waiting.splice(Math.max(0, urgent), 1)[0];
  };
  return {
    take: (urgent, work) =>
      new Promise((resolve, reject) => {
        // Whoever asked is told how it ended; the turns go on.
        waiting.push({ urgent, start: () => work().then(resolve, reject) });
        void next();
      }),
  };
}
