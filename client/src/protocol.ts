// The types of the requests that only this client and this server know; nothing of the server's code is taken over.

// The one path that ends in .js: the compiler refuses to rewrite a .ts path into another project, also one that vanishes.
export type {
  BrowserOptions,
  ClientOptions,
  FetchPlanInfo,
  FetchPlansParams,
  FileParams,
  FitParams,
  FunctionInfo,
  fetchPlansRequest,
  fitRequest,
  MisfitInfo,
  ResolveAnswer,
  ResolveParams,
  readDirectoryRequest,
  readFileRequest,
  resolveRequest,
  ShownReferences,
  showReferencesCommand,
  VirtualDocumentParams,
  virtualDocumentRequest,
  WireEntry,
  WorldInfo,
  WorldsParams,
  worldsRequest,
} from "../../server/src/lsp/protocol.js";
