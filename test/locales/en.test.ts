import { expect, test } from "vitest";
import { enGB } from "../../src/locales/en.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";

const { words } = createPhrasebook(speak(enGB));

test.each([
  [
    { n: 8, met: 8, behind: 5, allMet: true, pair: false },
    "All eight people with a part in the decision were heard; five stand behind it",
  ],
  [
    { n: 2, met: 2, behind: 1, allMet: true, pair: true },
    "Both people with a part in the decision were heard; one stands behind it",
  ],
  [
    { n: 2, met: 1, behind: 0, allMet: false, pair: true },
    "One of two people with a part in the decision was heard; nobody stands behind it yet",
  ],
  [
    { n: 3, met: 0, behind: 0, allMet: false, pair: false },
    "None of three people with a part in the decision were heard; nobody stands behind it yet",
  ],
])("the title of the people, of %o", (counts, title) => {
  expect(words("people.title", counts)).toBe(title);
});
