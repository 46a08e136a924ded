/**
 * A number as a format code prints it (ECMA-376 Part 1, 18.8.31): sections for positive;negative;zero, digits with
 * grouping and decimals, commas at their end that divide by a thousand, and literal text around them. The codes of a
 * deck have no more than that. A bare section for all values puts a minus before negative ones.
 */
export function formatted(value: number, code: string): string {
  if (code === "General" || code === "") return String(value);
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
  const number = grouped((shown * percent).toFixed(decimals), pattern.includes(","));
  const before = section.slice(0, digits.index);
  const after = section.slice(digits.index + digits[0].length);
  return sign + literal(before) + number + literal(after);
}

function grouped(digits: string, separated: boolean): string {
  if (!separated) return digits;
  const [whole = "", part] = digits.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? groups : `${groups}.${part}`;
}

/** The sections of a code; a semicolon in quotes parts nothing. */
const sectionsOf = (code: string): readonly string[] => code.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [];

/** The same length, with blanks for whatever is quoted or escaped. */
const withoutLiterals = (section: string): string =>
  section.replace(/"[^"]*"|\\./g, (quoted) => " ".repeat(quoted.length));

const literal = (text: string): string =>
  text.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? "");
