import { describe, expect, test } from "vitest";
import { compile, contract } from "./compiled.ts";

/** What figures/literal says of a complication in the contract bundle, whose churn is 14.9%. */
async function said(complication: string): Promise<readonly (readonly [string, string])[]> {
  const bundle = contract();
  bundle.why.complication = complication;
  const { findings } = await compile(bundle);
  return findings
    .filter(({ code, path }) => code === "figures/literal" && path?.[1] === "complication")
    .map(({ severity, what }) => [severity, what] as const);
}

describe("a number typed in prose", () => {
  test.each([
    "Since spring churn is back at 14.9%.",
    "Since spring churn is back at 15%.",
    "Since spring churn is {{churn.gap}} above the goal of 12%.",
    "Since spring about three in five questions get an answer, of EUR 179.1 million.",
    "Since 15 January 2026 four people in 3 teams meet at 09:30 in room 5A.",
  ])("fits: %s", async (text) => {
    expect(await said(text)).toEqual([]);
  });

  test("contradicts the metric that its sentence names, with what the metric is", async () => {
    expect(await said("Since spring churn is back at 15.9%.")).toEqual([
      ["error", '"15.9%" contradicts "Annual churn", which is 14.9%: "Since spring churn is back at 15.9%."'],
    ]);
  });

  test("is of a part, which the deck does not have", async () => {
    expect(await said("Since spring churn among prepaid is 18.3%.")).toEqual([
      ["warning", '"18.3%" is typed, and equals no figure: "Since spring churn among prepaid is 18.3%."'],
    ]);
  });

  test("has no figure at all", async () => {
    const findings = await said("Since spring the call centre costs EUR 3.4 million, for 51,300 calls.");
    expect(findings.map(([severity, what]) => [severity, what.split(" is typed")[0]])).toEqual([
      ["warning", '"EUR 3.4 million"'],
      ["warning", '"51,300"'],
    ]);
  });
});
