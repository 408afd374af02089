// Shows packages in binary form as read-only WIT documents, whose text the server gives.
import { type Disposable, type TextDocumentContentProvider, workspace } from "vscode";
import type { VirtualDocumentParams, virtualDocumentRequest } from "./protocol.ts";

const method: typeof virtualDocumentRequest = "wit/virtualDocument";

type Request = (method: string, params: VirtualDocumentParams) => Promise<string | null>;

export function virtualDocuments(request: Request): Disposable {
  const provider: TextDocumentContentProvider = {
    provideTextDocumentContent: async uri =>
      (await request(method, { uri: uri.toString() })) ??
      "// The package that was shown here is gone, or can't be read.\n",
  };
  return workspace.registerTextDocumentContentProvider("wit-binary", provider);
}
