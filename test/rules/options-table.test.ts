import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { says } from "./says.ts";

type Option = NonNullable<Bundle["options"]>[number];

const table = (one: Partial<Option>, other: Partial<Option>): Partial<Bundle> => ({
  options: [
    { id: "trial", name: "Trial", recommended: true, cost: 20000, ...one },
    { id: "all", name: "All at once", cost: 90000, ...other },
    { id: "nothing", name: "Do nothing", cost: 0, risk: "Customers leave" },
  ],
});
const cells = (name: string, one: string, other: string, said: Partial<Option>): Partial<Bundle> =>
  table({ criteria: { [name]: one }, ...said }, { criteria: { [name]: other } });

describe("what an option claims of the table", () => {
  const near = { why: "Comes closest to 5 minutes" };
  test("closest to a number", () => {
    expect(says("options/fair", cells("Minutes on hold", "7", "9", near))).toEqual([]);
    expect(says("options/fair", cells("Minutes on hold", "7", "6", near))).toHaveLength(1);
    expect(says("options/fair", cells("Minutes on hold", "7", "4", near))).toHaveLength(1);
    const words = { why: "Comes closest to five minutes" };
    expect(says("options/fair", cells("Minutes on hold", "seven", "six", words))).toHaveLength(1);
  });

  test("the most and the least", () => {
    const most = { why: "Of the three, it saves most" };
    const fewest = { why: "Has the fewest errors" };
    expect(says("options/fair", cells("Paper saved", "14 tonnes", "9 tonnes", most))).toEqual([]);
    expect(says("options/fair", cells("Paper saved", "14 tonnes", "19 tonnes", most))).toHaveLength(1);
    expect(says("options/fair", cells("Errors a month", "3", "8", fewest))).toEqual([]);
    expect(says("options/fair", cells("Errors a month", "3", "2", fewest))).toHaveLength(1);
  });

  test("the dearest is so by its cost", () => {
    const dear = { why: "The dearest way to save paper" };
    expect(says("options/fair", cells("Paper saved", "14 tonnes", "19 tonnes", dear))).toEqual([]);
  });

  test("a share in words beside a percentage", () => {
    const third = { benefit: "A third less paper" };
    const some = { benefit: "A fifth of the errors" };
    expect(
      says("options/fair", cells("Paper saved", "32%", "9%", { benefit: "Saves a third of the paper" })),
    ).toEqual([]);
    expect(
      says("options/fair", cells("Paper saved", "14%", "9%", { benefit: "Saves a third of the paper" })),
    ).toHaveLength(1);
    expect(says("options/fair", cells("Errors left", "20%", "60%", some))).toEqual([]);
    const rest = { why: "Leaves two in five errors as they are" };
    expect(says("options/fair", cells("Errors caught", "Three in five", "9%", rest))).toEqual([]);
    expect(says("options/fair", cells("Errors left", "45%", "60%", some))).toHaveLength(1);
    expect(says("options/fair", cells("Speed", "14%", "9%", third))).toEqual([]);
  });

  test("limits in words are held against the others, too", () => {
    const only = { why: "The only one that answers within three days" };
    expect(says("options/fair", cells("Days to an answer", "3", "8", only))).toEqual([]);
    expect(says("options/fair", cells("Days to an answer", "3", "2", only))).toHaveLength(1);
  });

  test("costs over two years and over five are not compared, in words either", () => {
    const three = (a: string, b: string, c: string): Partial<Bundle> => ({
      options: [
        {
          id: "trial",
          name: "Trial",
          recommended: true,
          cost: 20000,
          criteria: { "Years that the cost covers": a },
        },
        { id: "all", name: "All at once", cost: 90000, criteria: { "Years that the cost covers": b } },
        { id: "hire", name: "Hire", cost: 50000, criteria: { "Years that the cost covers": c } },
      ],
    });
    expect(says("options/costs", three("Two", "Two", "Two"))).toEqual([]);
    expect(says("options/costs", three("Two", "Five", "Two"))).toHaveLength(1);
    expect(says("options/costs", three("Two years", "2", "2 years"))).toEqual([]);
  });
});
