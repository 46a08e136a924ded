import { inchesToEmu } from "../base/units.ts";
import { type Element, el } from "../ooxml/xml.ts";
import type { ContractPage } from "../theme/contract.ts";

/** The transform of a shape (ECMA-376 part 1, 20.1.7.6) at a place of a contract, whose lengths are inches. */
export const transformAt = ({ x, y, w, h }: NonNullable<ContractPage["panels"]>[number]): Element =>
  el(
    "a:xfrm",
    {},
    el("a:off", { x: inchesToEmu(x), y: inchesToEmu(y) }),
    el("a:ext", { cx: inchesToEmu(w), cy: inchesToEmu(h) }),
  );
