/** Times that the work is done before anybody waits for it; from the fourth on it hardly gets faster. */
const ROUNDS = 3;
/** ms of rest before each. */
const REST = 250;

/**
 * Does work for nothing while there is nothing else to do, because V8 compiles what it has run before: the first save
 * is then nearly as quick as the tenth. Ends by itself, or with the returned function.
 */
export function warmUp(
  work: () => Promise<void>,
  busy: () => boolean,
  failed: (cause: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = (rounds: number): void => {
    timer = setTimeout(() => {
      if (busy()) soon(rounds);
      else
        work().then(() => {
          if (rounds > 1 && timer !== undefined) soon(rounds - 1);
        }, failed);
    }, REST).unref();
  };
  soon(ROUNDS);
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}
