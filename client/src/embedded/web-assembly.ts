// The few parts of the WebAssembly API that the embedded runtime uses: Node.js has them, its types of version 20 don't.

interface WebAssemblyApi {
  readonly CompileError: new () => Error;
  readonly RuntimeError: new () => Error;
  compile(bytes: Uint8Array): Promise<unknown>;
}

export const { CompileError, RuntimeError, compile } = (
  globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }
).WebAssembly;
