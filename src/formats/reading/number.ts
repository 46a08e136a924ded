/** What a language sets between the digits of a number. */
export interface NumberMarks {
  readonly decimal: string;
  readonly group: string;
}

/** The marks of a BCP 47 language tag. */
export function marksOf(language: string): NumberMarks {
  const parts = new Intl.NumberFormat(language).formatToParts(123456.7);
  const mark = (type: "decimal" | "group"): string => parts.find((part) => part.type === type)?.value ?? "";
  return { decimal: mark("decimal"), group: mark("group") };
}

/**
 * A number as a format code prints it (ECMA-376 Part 1, 18.8.31): sections for positive;negative;zero, digits with
 * grouping and decimals, commas at their end that divide by a thousand, and literal text around them. The codes of a
 * deck have no more than that. A bare section for all values puts a minus before negative ones.
 */
export function formatted(value: number, code: string, marks: NumberMarks): string {
  if (code === "General" || code === "") return String(value).replace(".", marks.decimal);
  const sections = sectionsOf(code);
  const own = value < 0 ? sections[1] : value === 0 ? (sections[2] ?? sections[0]) : sections[0];
  const section = own ?? sections[0] ?? "";
  const sign = value < 0 && own === undefined ? "−" : "";
  const digits = /[#0][#0,.]*/.exec(withoutLiterals(section));
  if (digits === null) return literal(section);
  const pattern = digits[0].replace(/,+$/, "");
  const thousands = digits[0].length - pattern.length;
  const decimals = pattern.includes(".") ? pattern.length - pattern.indexOf(".") - 1 : 0;
  const shown = Math.abs(value) / 1000 ** thousands;
  const percent = withoutLiterals(section).includes("%") ? 100 : 1;
  const number = grouped(
    (shown * percent).toFixed(decimals),
    pattern.includes(",") ? marks.group : "",
    marks.decimal,
  );
  const before = section.slice(0, digits.index);
  const after = section.slice(digits.index + digits[0].length);
  return sign + literal(before) + number + literal(after);
}

function grouped(digits: string, group: string, decimal: string): string {
  const [whole = "", part] = digits.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return part === undefined ? groups : groups + decimal + part;
}

/** The sections of a code; a semicolon in quotes parts nothing. */
const sectionsOf = (code: string): readonly string[] => code.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [];

/** The same length, with blanks for whatever is quoted or escaped. */
const withoutLiterals = (section: string): string =>
  section.replace(/"[^"]*"|\\./g, (quoted) => " ".repeat(quoted.length));

const literal = (text: string): string =>
  text.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? "");
