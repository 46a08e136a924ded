/** Stems of the months in order, each before "kuu" and its endings. */
export const MONTHS = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split(" ");
