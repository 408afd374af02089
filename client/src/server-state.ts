// The states of the language server that a person can see.

export type ServerState =
  | { readonly kind: "starting" }
  | { readonly kind: "running" }
  | { readonly kind: "stopped" }
  | { readonly kind: "crashed"; readonly message: string };
