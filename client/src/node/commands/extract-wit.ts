// The command "WIT: Extract WIT from Component": shows the WIT of a component in a document that can't be changed, but be saved elsewhere.
import path from "node:path";
import { Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import type { HandlerGroup } from "../component-commands.ts";
import { printedWit } from "../component-wit.ts";
import type { Session } from "../session.ts";
import { chooseComponent } from "./component.ts";
import { fromMenu } from "./menu.ts";
import { isAsking, reply } from "./reply.ts";
import type { ExtractArguments, ExtractResult } from "./results.ts";

const SCHEME = "wit-component";

export function extractCommand(session: Session): HandlerGroup<"wit.extractWit"> {
  const changed = new EventEmitter<Uri>();
  const provider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri: Uri) =>
      printedWit(session, Uri.parse(uri.query).fsPath).catch(
        (error: unknown) => `// ${error instanceof Error ? error.message : error}\n`,
      ),
  };
  const failed = (message: string): ExtractResult => ({ ok: false, ms: 0, message });
  return {
    handlers: {
      "wit.extractWit": (given?: ExtractArguments | Uri) => {
        const asked = fromMenu<ExtractArguments>("component", given);
        const interactive = isAsking(asked);
        return reply(session, interactive, () => extract(session, changed, asked ?? {}, interactive), failed);
      },
    },
    owned: Disposable.from(changed, workspace.registerTextDocumentContentProvider(SCHEME, provider)),
  };
}

async function extract(
  session: Session,
  changed: EventEmitter<Uri>,
  asked: ExtractArguments,
  interactive: boolean,
): Promise<ExtractResult> {
  const component = await chooseComponent(session, asked, interactive);
  const start = performance.now();
  // What can't be read is told before an empty document opens.
  await printedWit(session, component);
  const file = Uri.file(component);
  const uri = file.with({ scheme: SCHEME, path: `${file.path}.wit`, query: file.toString() });
  changed.fire(uri);
  const document = await workspace.openTextDocument(uri);
  if (interactive) await window.showTextDocument(document, { preview: true });
  const message = `The WIT of ${path.basename(component)}.`;
  return { ok: true, component, uri: uri.toString(), ms: performance.now() - start, message };
}
