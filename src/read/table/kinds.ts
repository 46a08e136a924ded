import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { VALUE_KINDS, type ValueKind } from "../../model/bundle/common.ts";
import { folded, type TableCell } from "./table.ts";

export interface Kinds {
  /** Undefined where the cell is empty, or says no kind, which is reported. */
  readonly values: readonly (ValueKind | undefined)[];
  readonly problems: readonly Diagnostic[];
}

/** Reads a column that says of each row whether it is actual, plan, forecast or estimate; capitals do not count. */
export function readKinds(
  cells: readonly (TableCell | undefined)[],
  line: messages.TableLine,
  form: messages.TableForm,
): Kinds {
  const values = cells.map((cell) => VALUE_KINDS.find((one) => one === cell?.text.toLowerCase()));
  const found = cells.flatMap((cell, i) =>
    cell === undefined || cell.text === "" || cell.typed?.type === "fault" || values[i] !== undefined
      ? []
      : [messages.tableKind({ place: cell.place }, cell.text, line, form)],
  );
  return { values, problems: folded(found, "cell", line.is) };
}
