import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerLink, formText, markText, readForm } from "../../src/conversation/form.ts";
import { mailLink } from "../../src/conversation/plain.ts";
import { LOCALES } from "../../src/locales/index.ts";
import { tongueOf } from "./sending.ts";

const MARK = { version: "1.1", digest: "0123456789abcdef".repeat(4) };
const FOUND = { version: "1.1", digest: "0123456789ab" };
const { words } = tongueOf("en-GB");

/** A form in which each answer stands below its question. */
function filled(tag: string, answers: readonly string[], lead = ""): string {
  const lines = formText(tongueOf(tag).words, MARK).split("\n");
  let n = 0;
  return lines
    .flatMap((line) => (/^\d\. /.test(line) ? [line, answers[n++] ?? ""] : [line]))
    .map((line) => `${lead}${line}`)
    .join("\n");
}

describe.each(Object.keys(LOCALES))("a form in %s", (tag) => {
  const { words } = tongueOf(tag);

  test("that is empty has no answers", () => {
    expect(readForm(formText(words, MARK))).toEqual(FOUND);
  });

  test("comes back from the body of the mail link", () => {
    const link = answerLink(words, { email: "ines@example.org", title: "Gates & “keys”", ...MARK });
    const url = new URL(link);
    expect(url.pathname).toBe("ines@example.org");
    expect(url.searchParams.get("subject")).toContain("Gates & “keys”");
    expect(readForm(url.searchParams.get("body") ?? "")).toEqual(FOUND);
  });

  test.each(["", "> ", ">> ", "  > "])("is read with its lines after %j", (lead) => {
    const answers = ["Maybe", "The cost of guards", "A month without complaints"];
    expect(readForm(filled(tag, answers, lead))).toEqual({
      ...FOUND,
      decisionWords: "Maybe",
      holdsBack: "The cost of guards",
      wouldChange: "A month without complaints",
    });
  });

  test("is read where only the questions are quoted", () => {
    const text = filled(tag, ["X1", "X2", "X3"])
      .split("\n")
      .map((line) => (/^X/.test(line) ? line : `> ${line}`))
      .join("\r\n");
    expect(readForm(text)).toMatchObject({
      ...FOUND,
      decisionWords: "X1",
      holdsBack: "X2",
      wouldChange: "X3",
    });
  });

  test("is read with answers behind the questions, which a program has made bold", () => {
    const lines = formText(words, MARK)
      .split("\n")
      .map((line) => line.replace(/^(\d\.) (.*)$/, "*$1 $2* said there"));
    expect(readForm(lines.join("\n"))?.holdsBack).toBe("said there");
  });

  test("tells yes, no and yes on a condition", () => {
    const first = (name: "form.yes" | "form.no" | "form.if") => words(name).split(",")[0] ?? "";
    const read = (answer: string) => readForm(filled(tag, [answer]))?.decision;
    expect(read(`${first("form.yes")}!`)).toEqual({ result: "yes" });
    expect(read(first("form.yes").toUpperCase())).toEqual({ result: "yes" });
    expect(read(`- ${first("form.no")}. Q`)).toEqual({ result: "no", words: "Q" });
    const condition = `${first("form.if")} the guards agree`;
    expect(read(`${first("form.yes")}, ${condition}`)).toEqual({ result: "if", words: condition });
    expect(read("…")).toBeUndefined();
  });
});

describe("a reply", () => {
  test("as Gmail writes it: the answers above, the quoted mail with its empty form below", () => {
    const text = `${filled("en-GB", ["Yes", "Nothing", ""])}

On Wed, 18 Nov 2026 at 12:04, Ines Falk
<ines.falk@example.org> wrote:
${formText(words, MARK)
  .split("\n")
  .map((line) => `> ${line}`)
  .join("\n")}`;
    expect(readForm(text)).toEqual({
      ...FOUND,
      decision: { result: "yes" },
      decisionWords: "Yes",
      holdsBack: "Nothing",
    });
  });

  test("as Outlook writes it: a line and headers above the mail that is answered", () => {
    const text = `I have written into your mail.

Bo

________________________________
From: Ines Falk <ines.falk@example.org>
Sent: Wednesday, November 18, 2026 12:04 PM
Subject: Gates

${filled("en-GB", ["No", "Guards cost more", "A lower offer"])}`;
    expect(readForm(text)).toEqual({
      ...FOUND,
      decision: { result: "no" },
      decisionWords: "No",
      holdsBack: "Guards cost more",
      wouldChange: "A lower offer",
      note: "I have written into your mail.\n\nBo",
    });
  });

  test("ends before the signature and what phones add", () => {
    const form = `${words("form.change")}\nA pilot\n\n`;
    for (const end of [
      "-- \nBo, Head",
      "Sent from my iPhone",
      "Get Outlook for Android",
      "Lähetetty iPhonesta",
    ])
      expect(readForm(`${form}${end}`)).toEqual({ wouldChange: "A pilot" });
  });

  test("keeps the lines of an answer, and reads questions in any order and broken in two", () => {
    const text = `> 3. What would change\n> your mind?\n\nFirst line\nsecond line\n\n> 2. What holds you back?\nTime`;
    expect(readForm(text)).toEqual({ holdsBack: "Time", wouldChange: "First line\nsecond line" });
  });

  test("without the form is no form", () => {
    expect(readForm("Yes, fine with me.\n\nBo")).toBeUndefined();
  });

  test("whose answer repeats words of a question is an answer", () => {
    const text = filled("en-GB", ["Yes, if it ends in May", "What holds me back is money"]);
    expect(readForm(text)).toMatchObject({
      decision: { result: "if", words: "if it ends in May" },
      holdsBack: "What holds me back is money",
    });
  });

  test("of any text never throws, and never invents an answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const found = readForm(text);
        for (const answer of [found?.holdsBack, found?.wouldChange])
          if (answer !== undefined) expect(text).toContain(answer.split("\n")[0]);
      }),
    );
  });

  test("brings back any answer of one line", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zåäö][A-Za-z0-9åäö ,.!]{0,80}[a-z]$/), (answer) => {
        expect(readForm(filled("fi-FI", ["", answer, ""]))?.holdsBack).toBe(answer);
      }),
    );
  });

  test("of 1 MB is read as far as its beginning", () => {
    const text = `${filled("en-GB", ["Yes"])}\n${"> 2. What holds you back?\n".repeat(40_000)}`;
    expect(readForm(text)?.decision).toEqual({ result: "yes" });
  });
});

describe("the mark", () => {
  test("holds version and digest, and nothing that would end it early", () => {
    expect(markText({ version: "1.0] x\r\ny", digest: MARK.digest })).toBe("[#0123456789ab 1.0 x y]");
    expect(markText({ version: "2" })).toBe("[2]");
    expect(markText({})).toBe("");
  });

  test("without a digest is read behind its words alone", () => {
    expect(readForm(formText(words, { version: "2" }))).toEqual({ version: "2" });
    expect(readForm("2. What holds you back?\nThe budget [sic]")).toEqual({ holdsBack: "The budget [sic]" });
  });
});

test("a link that programs would not follow has a shorter subject, and the whole form", () => {
  for (const title of ["ж".repeat(200), "👩‍🚀".repeat(30)]) {
    const long = answerLink(words, { email: "a@example.org", title, ...MARK });
    expect(long.length).toBeLessThanOrEqual(2_000);
    expect(readForm(new URL(long).searchParams.get("body") ?? "")).toEqual(FOUND);
  }
});

test("a link without room for its body is without it", () => {
  const long = mailLink("a@example.org", "Gates", "ж".repeat(400));
  expect(long).toBe("mailto:a@example.org?subject=Gates");
});
