import { NS } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";

/** [MS-ODRAWXML] 2.33: a shape that assistive technology may leave out. */
export const decorative = (): Element =>
  el(
    "a:extLst",
    {},
    el(
      "a:ext",
      { uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" },
      el("adec:decorative", { "xmlns:adec": NS.decorative, val: true }),
    ),
  );
