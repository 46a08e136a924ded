import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proseStyle, tableStyle } from "../../src/compute/table.ts";
import { jaJP } from "../../src/locales/ja.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";

const japanese = speak(jaJP);
const short = (value: number | string, unit = ""): string =>
  japanese.value(value, { unit, decimals: 0, style: "short" });

describe("dates and periods", () => {
  it("are written in each style", () => {
    const styles = ["long", "short", "dayMonth", "monthYear", "weekday"] as const;
    expect(styles.map((style) => japanese.date("2026-11-18", style))).toEqual([
      "2026年11月18日",
      "2026/11/18",
      "11月18日",
      "2026年11月",
      "2026年11月18日（水曜日）",
    ]);
    expect(japanese.time("09:05")).toBe("9:05");
  });

  it.each([
    ["2026", "2026年", "2026年", "2026年"],
    ["2027-H1", "2027年上半期", "2027年上半期", "上半期"],
    ["2027-H2", "2027年下半期", "2027年下半期", "下半期"],
    ["2026-Q3", "2026年第3四半期", "2026年3Q", "3Q"],
    ["2026-11", "2026年11月", "2026/11", "11月"],
    ["2026-W41", "2026年第41週", "2026年41週", "41週"],
    ["2026-10-05", "2026年10月5日", "2026/10/5", "10/5"],
    ["2026年度", "2026年度", "2026年度", "2026年度"],
  ])("write the period %s", (text, long, brief, within) => {
    expect([
      japanese.period(text, "long"),
      japanese.period(text, "short"),
      japanese.period(text, "withinYear"),
    ]).toEqual([long, brief, within]);
  });
});

describe("numbers", () => {
  it.each([
    ["9999", "9,999"],
    ["9999.4", "9,999"],
    ["9999.6", "1万"],
    ["10000", "1万"],
    ["12345", "1.23万"],
    ["99994999", "9,999万"],
    ["99995000", "1億"],
    ["99999999", "1億"],
    ["100000000", "1億"],
    ["420000000", "4.2億"],
    ["999949999999", "9,999億"],
    ["999950000000", "1兆"],
    ["-99999999", "−1億"],
    ["0", "0"],
  ])("%s is %s in short", (value, text) => {
    expect(short(value)).toBe(text);
  });

  it("say no scale that the next one should have been, and stay within a half of their last digit", () => {
    const powers = { "": 1, 万: 1e4, 億: 1e8, 兆: 1e12 } as const;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 9_999_999_999_999 }),
          ...[1e4, 1e8, 1e12].map((edge) => fc.integer({ min: edge - 60_000, max: edge + 60_000 })),
        ),
        (value) => {
          fc.pre(value >= 0);
          const [, digits = "", scale = ""] = /^([\d,.]+)(万|億|兆)?$/u.exec(short(value)) ?? [];
          const number = Number(digits.replaceAll(",", ""));
          const power = powers[scale as keyof typeof powers];
          if (power < 1e12) expect(number).toBeLessThan(1e4);
          if (scale !== "") expect(number).toBeGreaterThanOrEqual(1);
          const last = power / 10 ** (digits.split(".")[1]?.length ?? 0);
          expect(Math.abs(number * power - value)).toBeLessThanOrEqual(Math.max(last, power / 200));
        },
      ),
    );
  });

  it("name the scale that the bundle asks for", () => {
    const style = { unit: "JPY", decimals: 0 };
    expect(japanese.value(420e6, { ...style, scale: "million" })).toBe("420百万円");
    expect(japanese.value(420e6, { ...style, scale: "thousand" })).toBe("420,000千円");
    expect(japanese.unit("JPY", "million")).toBe("百万円");
    expect(japanese.unit("人", "thousand")).toBe("千人");
    expect(japanese.range(400e6, 440e6, { ...style, scale: "million" })).toBe("400～440百万円");
    expect(japanese.value(43, { unit: "日", decimals: 0 })).toBe("43日");
    expect(japanese.value(-1.4, { unit: "pp", decimals: 1 })).toBe("−1.4ポイント");
    expect(japanese.range(12.8, 14.3, { unit: "%", decimals: 1 })).toBe("12.8～14.3%");
  });

  it("say amounts of tables in sentences in 億 and 万, whole at each boundary", () => {
    const say = (amount: number): string => {
      const style = tableStyle(japanese, [amount]);
      return japanese.value(amount, { unit: "JPY", ...proseStyle(japanese, amount, style) });
    };
    expect([99_999, 100_000, 99_994_999, 99_995_000, 100_000_000, 320_456_789].map(say)).toEqual([
      "99,999円",
      "10万円",
      "9,999万円",
      "1億円",
      "1億円",
      "3億2,046万円",
    ]);
    expect(tableStyle(japanese, [320_456_789]).scale).toBe("million");
    expect(japanese.range(90e6, 110e6, { unit: "JPY", decimals: 0, scale: "ten-thousand" })).toBe(
      "9,000万円～1億1,000万円",
    );
  });
});

it("says a round amount of money in 億 and 万, and any other in digits", () => {
  const say = (amount: number): string => japanese.value(amount, { unit: "JPY", decimals: 0 });
  expect([0, 9_999, 10_000, 159_000_000, 100_000_000, 12_345_678, -12_000_000].map(say)).toEqual([
    "0円",
    "9,999円",
    "1万円",
    "1億5,900万円",
    "1億円",
    "12,345,678円",
    "−1,200万円",
  ]);
  expect(japanese.range(90e6, 110e6, { unit: "JPY", decimals: 0 })).toBe("9,000万円～1億1,000万円");
});

describe("words", () => {
  it("are joined and quoted as Japanese does", () => {
    expect(japanese.list(["甲", "乙", "丙"], "and")).toBe("甲、乙、丙");
    expect(japanese.list(["甲", "乙"], "or")).toBe("甲または乙");
    expect(japanese.quote('会長は"不要"と述べた')).toBe("「会長は『不要』と述べた」");
  });

  it("open a title with a full-width colon, and a question with a dash", () => {
    const { words } = createPhrasebook(japanese);
    expect(words("investment.scenarios.title.one", { name: "遅延。", lowest: "1億円" })).toBe(
      "遅延：正味現在価値は1億円です",
    );
    expect(words("investment.scenarios.title.one", { name: "遅延？", lowest: "1億円" })).toContain(
      "遅延？――",
    );
  });

  it("name the period in which money is back, which is no number of periods", () => {
    const { words } = createPhrasebook(japanese);
    expect(words("formula.payback", { from: "2027年", period: "2030年" })).toContain("ゼロに戻る2030年まで");
  });

  it("drop a sign that they repeat, and keep one that they contradict", () => {
    expect(japanese.settle("前年から−1.4ポイント低下しました")).toBe("前年から1.4ポイント低下しました");
    expect(japanese.settle("前年から−1.4ポイント上昇しました")).toContain("−1.4");
  });

  it("are Japanese: no phrase has a Latin word but TODO and codes, nor a space beside kana", () => {
    const wrong = Object.entries(jaJP.phrases).filter(([name, phrase]) => {
      const said = phrase.replaceAll(/\{\{[^}]*\}\}/g, "");
      return /[A-Za-z]{2,}/.test(said.replace("TODO", "")) || (/[ぁ-ん] [ぁ-ん]/u.test(said) && name !== "");
    });
    expect(wrong).toEqual([]);
  });
});
