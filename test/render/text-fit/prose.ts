/** Seeded: the same boxes in every run. mulberry32, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
};

/** One kind of prose: words, and what stands between them. */
export interface Prose {
  readonly name: string;
  readonly language: string;
  readonly words: readonly string[];
  readonly between: readonly string[];
  readonly end: string;
}

const words = (text: string): string[] => text.split(" ");
const SPACED = [...Array<string>(12).fill(" "), ", ", ". ", "; ", ": "];

export const PROSE: readonly Prose[] = [
  {
    name: "English",
    language: "en-GB",
    words: words(
      "we the a of to in and our customers who leave say that answers take too long because every question waits for three teams invest now €1.4m over 18 months churn fell from 4.2% to 3.1 % in Q3 2026 (forecast) the board’s “listening” programme pays back by 2027-H2 re-open well-known trade-offs and/or 24/7 5–10 days — not later AVATAR To Vary W. Yes, however stakeholders’ confidence interval ±0.4 pp NPV £2,300 vs. plan → decision by 12 October",
    ),
    between: SPACED,
    end: ".",
  },
  {
    name: "Finnish",
    language: "fi-FI",
    words: words(
      "asiakkaat kertovat että vastausten odottaminen kestää liian kauan koska jokainen kysymys kulkee kolmen tiimin kautta investointi maksaa itsensä takaisin vuoteen 2027 mennessä asiakaspalvelujärjestelmä käyttöönottosuunnitelma yhteydenottopyyntö hyväksyttiin johtoryhmässä 12.10.2026 kustannussäästö 1,4 milj. € −3,1 % prosenttiyksikköä sekä myös päätöksentekijöille ensisijaisesti työtyytyväisyyskysely",
    ),
    between: SPACED,
    end: ".",
  },
  {
    name: "German",
    language: "de-DE",
    words: words(
      "die der das und Kundinnen Kunden berichten dass Antworten zu lange dauern weil jede Frage durch drei Abteilungen läuft Entscheidungsgrundlage Investitionsrechnung Kundenzufriedenheitsbefragung amortisiert sich bis Ende 2027 größer äußerst Maßnahme „Zuhören“ 1,4 Mio. € z. B. E-Mail-Verkehr Soll-Ist-Vergleich über Wettbewerbsfähigkeit Geschäftsführungsbeschluss 18.\u00a0November 2026 3.\u00a0Quartal 905.200\u00a0Euro 14,9\u00a0% Amortisationsdauer Rücklauftemperatur Straßenbahn (KW\u00a040/2026) ‚nein‘",
    ),
    between: SPACED,
    end: ".",
  },
  {
    name: "French",
    language: "fr-FR",
    words: words(
      "les clients disent que la réponse arrive trop tard parce que chaque question passe par trois équipes « écoute » l’investissement s’amortit d’ici à 2027 coûts bénéfices 1,4\u00a0M€ 12\u00a0% c’est-à-dire œuvre décision dès aujourd’hui ? peut-être ! naïveté façade",
    ),
    between: [...SPACED, "\u202f; ", "\u00a0: "],
    end: ".",
  },
  {
    name: "Russian and Greek",
    language: "ru-RU",
    words: words(
      "клиенты говорят что ответа приходится ждать слишком долго потому каждый вопрос проходит через три отдела инвестиции окупятся к 2027 году решение «да» № 12 Οι πελάτες λένε ότι η απάντηση αργεί γιατί κάθε ερώτηση περνά από τρεις ομάδες απόφαση",
    ),
    between: SPACED,
    end: ".",
  },
  {
    name: "Japanese",
    language: "ja-JP",
    words: words(
      "お客様は 回答が 遅いと 感じている 三つの部署を 経由するため 投資は ２０２７年までに 回収できる カスタマーサポート ユーザー 「聞く」 プログラム （予測） 意思決定 ちょっと しっかり データー 満足度 １２％ 改善した",
    ),
    between: ["", "", "", "", "", "、", "。", "・"],
    end: "。",
  },
  {
    name: "Chinese mixed with Latin",
    language: "zh-CN",
    words: words(
      "客户 反馈 回复 太慢 因为 每个问题 都要 经过 三个 部门 投资 将在 2027 年 收回 NPV €1.4m KPI dashboard （预测） “倾听” 计划 CRM 系统 客户流失率 从 4.2% 下降 到 Q3 churn 3.1%。 管理层 需要 在 10月12日 之前 做出 决定 Excel 报表",
    ),
    between: ["", "", "", " ", "，", "。", "、"],
    end: "。",
  },
  {
    name: "Korean",
    language: "ko-KR",
    words: words(
      "고객은 답변이 너무 늦다고 말한다 모든 질문이 세 부서를 거치기 때문이다 투자는 2027년까지 회수된다 의사결정 12% 개선 KPI 만족도 조사 경영진",
    ),
    between: [" ", " ", " ", " ", ", ", ". "],
    end: ".",
  },
  {
    name: "emoji",
    language: "en-US",
    words: words(
      "customers love it 😀 👍🏽 but wait ⏰ too long 🇫🇮 team 👩‍💻 shipped ✅ three 3️⃣ fixes ⚠️ risk ❤️ 🎉🎉 done ✓ ★ growth 📈 now",
    ),
    between: [" "],
    end: "!",
  },
  {
    name: "Arabic",
    language: "ar-SA",
    words: words(
      "يقول العملاء إن الإجابة تستغرق وقتا طويلا لأن كل سؤال يمر عبر ثلاثة فرق الاستثمار يسترد تكلفته بحلول عام ٢٠٢٧ القرار مطلوب قبل نهاية الشهر مؤشرات الأداء رضا الشركة المستشفى خطة سنوية تحسين السرعة",
    ),
    between: [" ", " ", " ", " ", "، ", ". "],
    end: ".",
  },
  {
    name: "Hebrew",
    language: "he-IL",
    words: words(
      "הלקוחות אומרים שהתשובה מגיעה מאוחר מדי כי כל שאלה עוברת דרך שלושה צוותים ההשקעה תוחזר עד שנת 2027 ההחלטה נדרשת לפני סוף החודש",
    ),
    between: [" ", " ", " ", " ", ", ", ". "],
    end: ".",
  },
  {
    name: "Swedish",
    language: "sv-SE",
    words: words(
      "kunderna säger att svaret kommer för sent eftersom varje fråga går genom tre enheter beslutsunderlag investeringen betalar tillbaka sig på 1,2\u00a0mn\u00a0kr åtgärder närvarostyrd matlagning möjliggör ”nej” och å ä ö återbetalningstid 14,9\u00a0% kl.\u00a09.00",
    ),
    between: SPACED,
    end: ".",
  },
];

/** A text of `count` words. */
export function write(prose: Prose, random: () => number, count: number): string {
  let text = pick(random, prose.words);
  for (let index = 1; index < count; index += 1)
    text += pick(random, prose.between) + pick(random, prose.words);
  return text + prose.end;
}
