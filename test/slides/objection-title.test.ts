import { expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import { render } from "../../src/render.ts";
import { firstSentence } from "../../src/slides/objection-title.ts";
import { contractBundle } from "../charts/fixture.ts";

test.each([
  ["The desk has room for two more. They start in May.", "The desk has room for two more."],
  ["No. The desk has room for two more. They start in May.", "No. The desk has room for two more."],
  ["It fell to 12.5% in spring, as planned. Nobody left.", "It fell to 12.5% in spring, as planned."],
  ["We asked Dr. Lund of the clinic twice. She agreed.", "We asked Dr. Lund of the clinic twice."],
  [
    "Kulut laskivat 14,2 prosenttiin vuodessa. Kukaan ei lähtenyt.",
    "Kulut laskivat 14,2 prosenttiin vuodessa.",
  ],
  ["An answer of one sentence stands in its row alone.", undefined],
  [`${"The desk has room for two more and ".repeat(5)}two. They start in May.`, undefined],
  ["", undefined],
])("the first sentence that makes a title of %j is %j", (answer, sentence) => {
  const end = firstSentence(answer);
  expect(end === undefined ? undefined : answer.slice(0, end)).toBe(sentence);
});

const pageOf = async (more: object) => {
  const bundle = contractBundle();
  const [first, ...rest] = bundle.objections ?? [];
  const objections = [{ ...first, ...more }, ...rest];
  const compiled = await compile(JSON.stringify({ ...bundle, objections }));
  const page = compiled.pages.pages.find(({ id }) => id === "objection-o-effect");
  const text = new TextDecoder().decode(await render(compiled, "md"));
  return { title: page?.title, text, slide: compiled.deck.slides.find(({ id }) => id === page?.id) };
};

test("the headline of an objection is the title of its page, and the objection then has a row", async () => {
  const { title, text, slide } = await pageOf({ headline: "The effect shows in **all** four segments" });
  expect(title).toBe("The effect shows in all four segments");
  expect(slide?.titleFrom).toEqual(["objections", 0, "headline"]);
  expect(JSON.stringify(slide?.body)).toContain("They say");
  expect(JSON.stringify(slide?.body)).toContain("The pilot was small");
  expect(text).toContain("The effect shows in all four segments");
});

test("without one it is the first sentence of an answer of several, which stays whole in its row; else the objection", async () => {
  const several = await pageOf({ answer: "Finance draws the control group by itself. It reports in June." });
  expect(several.title).toBe("Finance draws the control group by itself");
  expect(JSON.stringify(several.slide?.body)).toContain(
    "Finance draws the control group by itself. It reports",
  );
  const one = await pageOf({ answer: "Finance draws the control group by itself." });
  expect(one.title).toBe("The pilot was small and chosen by those who ran it. The effect may not hold.");
  expect(JSON.stringify(one.slide?.body)).not.toContain("They say");
});
