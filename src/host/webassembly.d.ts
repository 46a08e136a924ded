/** The used part of the WebAssembly JavaScript interface, whose types only the DOM library has. */
declare namespace WebAssembly {
  type Module = object;
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: object): Promise<{ readonly exports: unknown }>;
}
