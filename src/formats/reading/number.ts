/** Marks that a language sets between the digits of a number. */
export interface NumberMarks {
  readonly decimal: string;
  readonly group: string;
}

/** The marks of a BCP 47 language tag. */
export function numberMarksOf(language: string): NumberMarks {
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
  const print = (section: string, sign: string): string => {
    const digits = /[#0][#0,.]*/.exec(withoutLiterals(section));
    if (digits === null) return literal(section);
    const number = digitsOf(Math.abs(value), section, digits[0], marks);
    const before = section.slice(0, digits.index);
    const after = section.slice(digits.index + digits[0].length);
    return sign + literal(before) + number + literal(after);
  };
  const [positive = "", negative, zero = positive] = sections;
  const own = value < 0 ? (negative ?? positive) : value === 0 ? zero : positive;
  const text = print(own, value < 0 && negative === undefined ? "−" : "");
  // A value that rounds to zero gets no sign.
  return value !== 0 && /0/.test(text) && !/[1-9]/.test(text) ? print(zero, "") : text;
}

function digitsOf(size: number, section: string, digits: string, marks: NumberMarks): string {
  const pattern = digits.replace(/,+$/, "");
  const thousands = digits.length - pattern.length;
  const decimals = pattern.includes(".") ? pattern.length - pattern.indexOf(".") - 1 : 0;
  const percent = withoutLiterals(section).includes("%") ? 100 : 1;
  return grouped(
    ((size / 1000 ** thousands) * percent).toFixed(decimals),
    pattern.includes(",") ? marks.group : "",
    marks.decimal,
  );
}

function grouped(digits: string, group: string, decimal: string): string {
  const [whole = "", part] = digits.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return part === undefined ? groups : groups + decimal + part;
}

/** The sections of a code; a semicolon in quotes parts nothing. */
const sectionsOf = (code: string): readonly string[] => code.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [];

/** The section with blanks for quoted and escaped characters, so that its length stays the same. */
const withoutLiterals = (section: string): string =>
  section.replace(/"[^"]*"|\\./g, (quoted) => " ".repeat(quoted.length));

const literal = (text: string): string =>
  text.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? "");
