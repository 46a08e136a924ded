/** Name of a slide in lists: "7. Leaving is announced". */
export const slideName = (number: number, title: string): string => `${number}. ${title}`;
