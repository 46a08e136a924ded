import type { ChartItem } from "../../model/page.ts";
import { NS } from "../../ooxml/namespaces.ts";
import { type Element, el } from "../../ooxml/xml.ts";
import { transform } from "./elements/transform.ts";
import type { PackageFacts } from "./postprocess/fix.ts";
import { nameOf } from "./postprocess/names.ts";

/** The frame on the slide that holds a native chart (ECMA-376 Part 1, 19.3.1.21); `id` is its relationship. */
export const chartFrame = (item: ChartItem, id: string, facts: PackageFacts): Element =>
  el(
    "p:graphicFrame",
    {},
    el(
      "p:nvGraphicFramePr",
      {},
      nameOf(item, facts),
      el("p:cNvGraphicFramePr", {}, el("a:graphicFrameLocks", { noGrp: true })),
      el("p:nvPr"),
    ),
    transform("p:xfrm", item.frame),
    el("a:graphic", {}, el("a:graphicData", { uri: NS.c }, el("c:chart", { "xmlns:c": NS.c, "r:id": id }))),
  );
