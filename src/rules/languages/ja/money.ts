import type { MoneyWords } from "../reading/money.ts";

export const money: MoneyWords = {
  worth: /正味現在価値|回収/iu,
  tranches: /分割|残り/u,
  stages: /段階/u,
};
