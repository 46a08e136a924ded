/** The package ships no types of its own. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end (UTF-16 index), or null at the end of the text. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
