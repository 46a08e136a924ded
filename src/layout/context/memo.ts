/**
 * Answers that are kept for as long as one layout lasts: fitting asks the same questions at every step. `about` is known
 * by identity, as blocks never change; `question` says all else that the answer depends on.
 */
export type Memo<K extends object, V> = (about: K, question: string, answer: () => V) => V;

export function createMemo<K extends object, V>(): Memo<K, V> {
  const known = new WeakMap<K, Map<string, V>>();
  return (about, question, answer) => {
    let answers = known.get(about);
    if (answers === undefined) {
      answers = new Map();
      known.set(about, answers);
    }
    const before = answers.get(question);
    if (before !== undefined) return before;
    const made = answer();
    answers.set(question, made);
    return made;
  };
}
