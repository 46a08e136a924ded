/**
 * A text in capitals, letter for letter: as long as it was, so that places in it stay the same. A letter whose capital is
 * more than one, such as ß, stays as it is.
 */
export const inCapitals = (text: string): string =>
  Array.from(text, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  }).join("");
