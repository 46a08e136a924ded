/// <reference types="handlebars" />

/** Handlebars' own parser, a part of the package that its types leave out. */
declare module "handlebars/dist/cjs/handlebars/compiler/base.js" {
  /** Throws Error for text that is no template; the message says where. */
  export function parse(source: string): hbs.AST.Program;
}
