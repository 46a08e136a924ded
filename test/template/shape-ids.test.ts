import { describe, expect, test } from "vitest";
import { all, type Element, el } from "../../src/ooxml/xml.ts";
import { withShapeIds } from "../../src/template/shape-ids.ts";

const shape = (id: number | string, name = ""): Element =>
  el("p:sp", {}, el("p:nvSpPr", {}, el("p:cNvPr", { id, name }), el("p:cNvSpPr"), el("p:nvPr")));
const connector = (id: number, from: number | string, to: number | string): Element =>
  el(
    "p:cxnSp",
    {},
    el(
      "p:nvCxnSpPr",
      {},
      el("p:cNvPr", { id, name: "line" }),
      el("p:cNvCxnSpPr", {}, el("a:stCxn", { id: from, idx: 0 }), el("a:endCxn", { id: to, idx: 2 })),
    ),
  );
const tree = (...shapes: readonly Element[]): Element =>
  el("p:spTree", {}, el("p:nvGrpSpPr", {}, el("p:cNvPr", { id: 1, name: "" })), ...shapes);
const ids = (root: Element): readonly string[] =>
  all(root, "p:cNvPr").map(({ attributes }) => attributes["id"] ?? "");

describe("numbers of shapes", () => {
  test("that are sound stay as they are", () => {
    const sound = tree(shape(4), shape(2), el("p:grpSp", {}, shape(9)), connector(10, 4, 9));
    expect(withShapeIds(sound)).toEqual(sound);
  });

  test("are given anew where they are none, or taken", () => {
    const found = ids(withShapeIds(tree(shape(0), shape(1), shape(7), shape(7), shape("x"), shape(-3))));
    expect(new Set(found).size).toBe(found.length);
    expect(found.every((id) => Number(id) >= 1)).toBe(true);
    expect([found[0], found[3]]).toEqual(["1", "7"]);
  });

  test("do not collide with those that come later", () => {
    const found = ids(withShapeIds(tree(shape(1), shape(2), shape(3))));
    expect(found).toEqual(["1", "4", "2", "3"]);
  });

  test("leave connectors at their shapes, forwards and backwards", () => {
    const [start, end] = ["a:stCxn", "a:endCxn"].map(
      (name) => all(withShapeIds(tree(connector(5, 0, 8), shape(0), shape(8), shape(8))), name)[0],
    );
    const shapes = ids(withShapeIds(tree(connector(5, 0, 8), shape(0), shape(8), shape(8))));
    expect(start?.attributes["id"]).toBe(shapes[2]);
    expect(end?.attributes["id"]).toBe("8");
  });

  test("that no shape has are no glue", () => {
    expect(all(withShapeIds(tree(connector(5, 44, 5))), "a:stCxn")).toEqual([]);
  });

  test("may stand in each choice of a drawing, and in no other", () => {
    const choices = el(
      "mc:AlternateContent",
      {},
      el("mc:Choice", { Requires: "p14" }, shape(6), shape(1)),
      el("mc:Fallback", {}, shape(6)),
    );
    const [, chosen, mended, fallback, after] = ids(withShapeIds(tree(choices, shape(6))));
    expect([chosen, fallback]).toEqual(["6", "6"]);
    expect(new Set(["1", chosen, mended, after]).size).toBe(4);
  });
});
