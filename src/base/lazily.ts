/** A value that is made when it is first asked for, and the same from then on; so is a promise, also one that fails. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
