import { describe, expect, test } from "vitest";
import { readForm } from "../../src/conversation/form.ts";
import { ownWords, sentMails } from "../../src/conversation/quoted.ts";

const SENT = `Approve the night ferry for one year

It takes 6 minutes to read.
Why: The last ferry leaves before the late shift ends.

To answer, reply to this mail and write below each question.

1. Yes, no, or yes, if …?


2. What holds you back?


3. What would change your mind?


Please leave this line as it is: [#4f9a12bc03de 1.0]`;
const sent = sentMails([SENT]);
const OWN = "Thanks, a clear paper.\nOne worry about fog.";
const answered = SENT.replace("if …?\n", "if …?\nYes, if it runs on Sundays\n").replace(
  "you back?\n",
  "you back?\nThe fog\n",
);
const quote = (text: string): string => text.replaceAll(/^/gm, "> ");

/** Lines that programs write above the mail that is answered. */
const HEADINGS = {
  "Outlook in German":
    "Von: Bo Lind <bo@example.org>\nGesendet: Montag, 9. November 2026 09:41\nAn: Cia <cia@example.org>\nBetreff: Ferry",
  "Outlook in French":
    "De : Bo Lind <bo@example.org>\nEnvoyé : lundi 9 novembre 2026 09:41\nÀ : Cia\nObjet : Ferry",
  "Outlook in English":
    "From: Bo Lind <bo@example.org>\nSent: Monday, November 9, 2026 9:41 AM\nTo: Cia\nSubject: Ferry",
  "Gmail in Swedish": "Den mån 9 nov. 2026 kl 09:41 skrev Bo Lind <\nbo@example.org>:",
  "Gmail in Finnish": "ma 9. marrask. 2026 klo 9.41 Bo Lind (bo@example.org)\nkirjoitti:",
  "Thunderbird in German": "Am 09.11.2026 um 09:41 schrieb Bo Lind:",
  "Apple Mail in French": "Le 9 nov. 2026 à 09:41, Bo Lind <bo@example.org> a écrit :",
};

describe("a reply that quotes the mail", () => {
  for (const [program, heading] of Object.entries(HEADINGS))
    test(`has its own words and its answers, as ${program} writes it`, () => {
      for (const below of [quote(answered), answered]) {
        const form = readForm(`${OWN}\n\n${heading}\n\n${below}`, sent);
        expect(form).toMatchObject({
          ...{ note: OWN, version: "1.0", holdsBack: "The fog" },
          decision: { result: "if" },
        });
      }
      // Somebody has taken the form out.
      const [first = ""] = SENT.split("\n\nTo answer");
      for (const below of [quote(first), first])
        expect(ownWords(`${OWN}\n\n${heading}\n\n${below}`, sent)).toBe(OWN);
    });

  test("keeps what is said between quoted lines, each below the line that it is about", () => {
    const reply = `${OWN}\n\n> It takes 6 minutes to read.\nIt took me ten.\n\n> Why: The last ferry leaves before the\nlate shift ends.\nOnly in winter.\n--\nCia`;
    const words = `${OWN}\n> It takes 6 minutes to read.\nIt took me ten.\n> Why: The last ferry leaves before the\nOnly in winter.`;
    expect(ownWords(reply, sent)).toBe(words);
    expect(readForm(`${reply.replace("\n--\nCia", "")}\n\n${quote(answered)}`, sent)?.note).toBe(words);
  });

  test("keeps a line of its own that ends with a colon, and fields that it wrote itself", () => {
    for (const own of ["See page 9:", "Cost: 40\nTime: a year", "Two things, both of them small:"])
      expect(ownWords(`${own}\n\n${quote(SENT)}`, sent)).toBe(own);
    expect(ownWords(OWN, sent)).toBe(OWN);
    expect(readForm(answered, sent)).not.toHaveProperty("note");
  });
});
