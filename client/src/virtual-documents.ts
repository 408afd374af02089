// Shows what no file holds as read-only WIT documents, whose text the server gives: packages in binary form, and files of the
// revision that packages are compared with.
import { Disposable, type TextDocumentContentProvider, workspace } from "vscode";
import type { VirtualDocumentParams, virtualDocumentRequest } from "./protocol.ts";

const method: typeof virtualDocumentRequest = "wit/virtualDocument";

type Request = (method: string, params: VirtualDocumentParams) => Promise<string | null>;

export function virtualDocuments(request: Request): Disposable {
  const provider: TextDocumentContentProvider = {
    provideTextDocumentContent: async uri =>
      (await request(method, { uri: uri.toString() })) ?? "// What was shown here is gone, or can't be read.\n",
  };
  const schemes = ["wit-binary", "wit-baseline"];
  return Disposable.from(...schemes.map(scheme => workspace.registerTextDocumentContentProvider(scheme, provider)));
}
