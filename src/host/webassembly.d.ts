/** As much of the WebAssembly JavaScript interface as is used; Node has it, its types leave it to the DOM's. */
declare namespace WebAssembly {
  type Module = object;
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: object): Promise<{ readonly exports: unknown }>;
}
