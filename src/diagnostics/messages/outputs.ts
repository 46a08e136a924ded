/** What outputs say of their own around the words of the deck. */
export const OUTPUT_WORDS = {
  notes: "Notes",
  slides: "Slides",
  chartData: "Numbers of the chart",
  previous: "Previous slide",
  next: "Next slide",
  contents: "All slides",
} as const;

/** Name of a slide in lists: "7. Leaving is announced". */
export const slideName = (number: number, title: string): string => `${number}. ${title}`;
