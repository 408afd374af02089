// The few parts of the WebAssembly API that the embedded runtime uses: Node.js has them, its types of version 20 don't.

interface WebAssemblyApi {
  readonly CompileError: new (message?: string) => Error;
  readonly RuntimeError: new (message?: string) => Error;
  compile(bytes: Uint8Array): Promise<unknown>;
  Suspending?: new (callee: unknown) => object;
}

const api = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;

export const { CompileError, RuntimeError, compile } = api;

// jco wraps with it what may have to wait in the middle of a call between two parts of a component. Engines without it (Node.js up to 22) can make
// all calls that need not wait; one that does is a trap.
api.Suspending ??= class {
  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: what takes its place is a function.
    return (): never => {
      const engine = `Node.js ${process.versions.node}`;
      throw new RuntimeError(
        `it has to wait for something, which needs a newer JavaScript engine than that of ${engine}`,
      );
    };
  }
};
