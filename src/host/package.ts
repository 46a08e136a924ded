/**
 * A file of this package by its path in it: "themes/boardroom.json". The one place that knows where it runs from, since
 * src/host/ and dist/chunks/, into which it is put when it is built, lie equally deep.
 */
export const packageFile = (path: string): URL => new URL(`../../${path}`, import.meta.url);
