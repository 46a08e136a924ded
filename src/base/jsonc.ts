import { parse } from "jsonc-parser";

/** JSON with comments as plain values, as far as it can be read: for whoever looks at a bundle before it is read, and says nothing of what is wrong with it. */
export const parsedJson = (bytes: Uint8Array): unknown =>
  parse(new TextDecoder().decode(bytes), [], { allowTrailingComma: true });
