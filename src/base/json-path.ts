/** Steps from the root of a bundle to one of its values: ["charts", 0, "data"]. */
export type JsonPath = readonly (string | number)[];
