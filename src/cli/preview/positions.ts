/**
 * Position of something on a page: the item's number from 0, then the paragraph's, or a table's row, column and
 * paragraph. It begins with a number and a JSON path in the bundle with a name, so that a drawing can hold both.
 */
export type Position = readonly number[];

export const positionOf = (...numbers: readonly number[]): Position => numbers;

/** Value of data-path in a drawing. */
export const keyOf = (place: readonly (string | number)[]): string => JSON.stringify(place);
