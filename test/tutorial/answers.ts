import { Reader } from "../cli/pull/powerpoint.ts";

/** What the readers of the tutorial's first version sent back, by the name of the file. */
export function answers(deck: Uint8Array, mail: string): ReadonlyMap<string, Uint8Array> {
  const reader = new Reader(deck);
  const options = reader.slideWith("The walk to the station");
  const chart = reader.chartWith("The plays");
  const edited = reader
    .retype(options, "takes twelve minutes", "takes twelve minutes, and more in the rain")
    .number(chart, 22, 24)
    .number(chart, 14, 12)
    .threads(options, [
      {
        ...{ by: "Ruth Abara", at: "2026-11-12T08:41:00.000", shape: "Table: Options" },
        text: "The bar takes most in the hour before the play. What do we lose there?",
        replies: [
          {
            ...{ by: "Jonas Petrie", at: "2026-11-12T09:05:00.000" },
            text: "On the six evenings it took GBP 150 less each.",
          },
        ],
      },
    ])
    .savedBy("Ruth Abara", "2026-11-12T09:10:00Z")
    .save();
  return new Map([
    ["early-curtain-1.0-ruth.pptx", edited],
    ["jonas.eml", new TextEncoder().encode(answered(mail))],
  ]);
}

/** What somebody writes below each question of the mail. */
const BELOW: Readonly<Record<string, string>> = {
  "1.": "Yes, if the ushers' shifts begin at six",
  "2.": "Ushers with day jobs cannot be here at a quarter to six.",
  "3.": "Two of them on Thursdays, when the queue is longest.",
};

/** A reply as mail programs write it: what was asked is quoted, and each answer stands below its question. */
function answered(mail: string): string {
  const quoted = mail.split("\n").flatMap((line) => {
    const below = BELOW[line.slice(0, 2)];
    return [`> ${line}`.trimEnd(), ...(below === undefined ? [] : [below])];
  });
  return [
    "From: Jonas Petrie <jonas.petrie@example.org>",
    "To: Ines Calder <ines.calder@example.org>",
    "Date: Fri, 13 Nov 2026 16:20:00 +0000",
    "Subject: Re: Raise the weekday curtain at half past six",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Ines, with pleasure; one thing below.",
    "",
    "On 9 November 2026, Ines Calder wrote:",
    ...quoted,
    "",
  ].join("\r\n");
}
