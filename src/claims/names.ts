import type { Figures } from "../model/figures.ts";
import { nameTest } from "./scope.ts";
import { type Node, parseTest, TestSyntaxError } from "./syntax.ts";

/** The ids of the metrics and charts, and the other parts of a bundle, that a test looks at; none where it cannot be read. */
export function idsIn(test: string, figures: Figures): ReadonlySet<string> {
  const known = nameTest(figures);
  const heads = (node: Node): readonly string[] => {
    switch (node.type) {
      case "name":
        return known(node.name) ? [node.name] : [];
      case "member":
        // options.full.cost is a figure of the option.
        return node.of.type === "name" && node.of.name === "options" ? [node.key] : heads(node.of);
      case "call":
        return node.args.flatMap(heads);
      case "unary":
        return heads(node.of);
      case "binary":
        return [...heads(node.left), ...heads(node.right)];
      default:
        return [];
    }
  };
  try {
    return new Set(heads(parseTest(test, known)));
  } catch (cause) {
    if (cause instanceof TestSyntaxError) return new Set();
    throw cause;
  }
}
