/** Text that stands on the bottom of its box keeps this far from it (EMU), or descenders of large type stick out. */
export const DESCENT = 76_200;
