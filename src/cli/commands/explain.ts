import pc from "picocolors";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { EXPLAIN, nothingToExplain } from "../../diagnostics/messages/explain.ts";
import { FAMILIES, TROUBLES } from "../../diagnostics/messages/troubles.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { printable, wrap } from "../../diagnostics/terminal.ts";
import { RULES, type Rule } from "../../rules/index.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { refuse } from "../console/report.ts";
import {
  allFields,
  type Form,
  formsOf,
  kindFields,
  kindsOf,
  meaningOf,
  partAt,
  readSchema,
  stepsOf,
} from "../explain/part.ts";

/** Name by which the fields of a whole bundle are asked for. */
const BUNDLE = "bundle";
/** Columns of the labels, and of the least and the most width of a line. */
const LABEL = 9;
const [LEAST, MOST] = [50, 100] as const;

type Line = readonly [label: string, text: string];

/** `foredeck explain`: what a rule asks and why, what stands in a field, what a message means; the rules where nothing is asked for. */
export async function explain(
  name: string | undefined,
  options: { readonly json?: boolean },
  io: Io,
): Promise<Exit> {
  const write = async (text: string, data: object): Promise<Exit> => {
    await io.out.write(options.json === true ? `${JSON.stringify(data, undefined, 2)}\n` : text);
    return EXIT.done;
  };
  const page = pageFor(io);
  if (name === undefined) {
    const rules = RULES.map(({ code, severity, asks }) => ({ code, severity, asks }));
    const families = new Map<string, Line[]>();
    for (const { code, severity, asks } of rules) {
      const family = code.split("/")[0] ?? "";
      const lines = families.get(family) ?? [];
      families.set(family, [...lines, [code, severity === "error" ? EXPLAIN.error(asks) : asks]]);
    }
    return write(page.list(EXPLAIN.rules, [...families.values()], EXPLAIN.more), { version: 1, rules });
  }
  const asked = name.trim();
  const rule = RULES.find(({ code }) => code === asked);
  if (rule !== undefined) {
    const { code, severity, asks, why, hint, source, sees = [], examples } = rule;
    const facts = { code, severity, asks, why, hint, source, sees, examples };
    return write(page.entry(`${code} (${severity})`, asks, ruleLines(rule)), { version: 1, rule: facts });
  }
  const message = messageOf(asked);
  if (message !== undefined) {
    const { says, lines } = message;
    return write(page.entry(`${asked} (${EXPLAIN.message})`, says, lines), {
      version: 1,
      message: { code: asked, says, ...Object.fromEntries(lines) },
    });
  }
  try {
    const { says, forms } = await fieldOf(asked === BUNDLE ? "" : asked);
    const data = { version: 1, field: { path: asked, says, forms } };
    return write(page.field(says === "" ? asked : `${asked}: ${says}`, forms), data);
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    const known = [
      ...RULES.map(({ code }) => code),
      ...troubles.flatMap(({ codes }) => codes),
      ...allFields(await readSchema()).map(({ name }) => name),
    ];
    return refuse(new DiagnosticsError([nothingToExplain(asked, nearest(asked, known))], 2), io);
  }
}

const troubles = Object.values(TROUBLES).flat();

/** The trouble that a message tells of; of one that no trouble names, what its family is about. */
function messageOf(code: string): { readonly says: string; readonly lines: readonly Line[] } | undefined {
  const { labels } = EXPLAIN;
  const trouble = troubles.find(({ codes }) => codes.includes(code));
  if (trouble !== undefined) {
    const { sees, why, mend } = trouble;
    return {
      says: sees,
      lines: [
        [labels.why, why],
        [labels.hint, mend],
      ],
    };
  }
  const [family = "", name = ""] = code.split("/");
  const about = Object.hasOwn(FAMILIES, family) && /^[a-z][a-z-]+$/.test(name) ? FAMILIES[family] : undefined;
  return about === undefined ? undefined : { says: `${family}/…: ${about}`, lines: [] };
}

function ruleLines({ code, why, hint, source, sees = [], firm, examples }: Rule): readonly Line[] {
  const { labels } = EXPLAIN;
  return [
    [labels.why, why],
    [labels.hint, hint],
    ...sees.map((limit): Line => [labels.sees, limit]),
    [labels.wrong, json(examples.invalid)],
    ...(Object.keys(examples.valid).length === 0 ? [] : [[labels.right, json(examples.valid)] as const]),
    [labels.source, source],
    [labels.off, firm === true ? EXPLAIN.firm : EXPLAIN.off(code)],
  ];
}

/**
 * A field of the schema: what it is, and the forms that it has, each with its fields.
 * @throws DiagnosticsError where there is none of this name
 */
async function fieldOf(path: string): Promise<{ readonly says: string; readonly forms: readonly Form[] }> {
  const whole = await readSchema();
  const steps = stepsOf(path);
  const one = (says: string, list: boolean, fields: Form["fields"]) => ({
    says,
    forms: [{ says: "", list, fields }],
  });
  if (steps.length === 0) return one(EXPLAIN.wholeBundle, false, allFields(whole));
  const shape = partAt(whole, steps);
  const kinds = kindsOf(shape, whole);
  if (kinds.length > 1) return one(EXPLAIN.kinds, false, await kindFields(kinds));
  // The schema says of a kind of chart what it holds; what it is for, the kind itself says.
  const [kind] = await kindFields(steps.slice(-1));
  return { says: meaningOf(shape, whole) || (kind?.says ?? ""), forms: formsOf(shape, whole) };
}

/** Words above the fields of a form: which one it is, and that there may be several. */
const headOf = (says: string, list: boolean, n: number): readonly string[] => {
  const own = list ? EXPLAIN.list : says;
  if (own === "") return [];
  return [n === 0 ? `${own}:` : EXPLAIN.or(own)];
};

/** JSON on one line that can be broken between its parts. */
const json = (value: object): string => JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, " ");

/** Pages in the width of the terminal: labels in a column of their own, words beside them. */
function pageFor({ out }: Io) {
  const colours = pc.createColors(out.colour);
  const width = Math.min(MOST, Math.max(LEAST, out.width));
  const beside = (label: string, text: string, indent: number): string => {
    const lines = wrap(printable(text), width - indent);
    const head = label.length + 2 > indent ? `${label}\n${" ".repeat(indent)}` : label.padEnd(indent);
    return `${colours.bold(head)}${lines.join(`\n${" ".repeat(indent)}`)}`;
  };
  const indentOf = (lines: readonly Line[]): number =>
    Math.min(24, Math.max(0, ...lines.map(([label]) => label.length)) + 2);
  const columns = (lines: readonly Line[], indent = indentOf(lines)): readonly string[] => {
    return lines.map(([label, text]) => beside(label, text, indent));
  };
  const whole = (text: string): string => wrap(printable(text), width).join("\n");
  return {
    entry: (title: string, lead: string, lines: readonly Line[]): string =>
      `${[
        colours.bold(title),
        whole(lead),
        "",
        ...lines.map(([label, text]) => beside(label.padStart(LABEL - 2), text, LABEL)),
      ].join("\n")}\n`,
    list: (title: string, groups: readonly (readonly Line[])[], end: string): string => {
      const indent = indentOf(groups.flat());
      return `${[whole(title), ...groups.flatMap((lines) => ["", ...columns(lines, indent)]), "", whole(end)].join("\n")}\n`;
    },
    field: (title: string, forms: readonly Form[]): string => {
      const blocks = forms.map(({ says, list, fields }, n) => [
        "",
        ...headOf(says, list, n).map(whole),
        ...columns(fields.map(({ name, needed, says }): Line => [`${name}${needed ? "*" : ""}`, says])),
      ]);
      const needed = forms.some(({ fields }) => fields.some((field) => field.needed));
      return `${[whole(title), ...blocks.flat(), ...(needed ? ["", EXPLAIN.needed] : [])].join("\n")}\n`;
    },
  };
}
