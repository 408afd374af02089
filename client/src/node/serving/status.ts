// The status bar item of what is served: its address, and what can be done with it.
import path from "node:path";
import { commands, Disposable, env, StatusBarAlignment, window } from "vscode";
import { tell } from "../commands/reply.ts";
import type { Session } from "../session.ts";
import { openInBrowser } from "./browser.ts";
import type { ServedList } from "./list.ts";
import type { Serving } from "./serving.ts";

const ACTIONS = "wit.servingActions";

export function servingStatus(session: Session, served: ServedList): Disposable {
  const item = window.createStatusBarItem("wit.serving", StatusBarAlignment.Left);
  item.name = "WIT Serving";
  item.command = ACTIONS;
  const update = (): void => {
    const all = served.all();
    item.text =
      all.length === 1 ? `$(broadcast) 127.0.0.1:${all[0]!.port}` : `$(broadcast) ${all.length} components served`;
    item.tooltip = all.map(({ url, component, runtime }) => `${component}\n${url} (${runtime.title})`).join("\n\n");
    if (all.length > 0) item.show();
    else item.hide();
  };
  return Disposable.from(
    item,
    served.onDidChange(update),
    commands.registerCommand(ACTIONS, () => act(session, served)),
  );
}

async function act(session: Session, served: ServedList): Promise<void> {
  const items = served.all().flatMap(serving => actionsOf(session, serving));
  const picked = await window.showQuickPick(items, { title: "Served Components", matchOnDescription: true });
  try {
    await picked?.run();
  } catch (error) {
    tell(session, error instanceof Error ? error.message : String(error));
  }
}

interface Action {
  readonly label: string;
  readonly description: string;
  run(): void | Thenable<void>;
}

function actionsOf(session: Session, serving: Serving): readonly Action[] {
  const description = `${path.basename(serving.component)} at ${serving.url}`;
  return [
    { label: "$(globe) Open in Browser", description, run: () => openInBrowser(serving.url) },
    { label: "$(copy) Copy Address", description, run: () => env.clipboard.writeText(serving.url) },
    { label: "$(output) Show Output", description, run: () => session.output.show(true) },
    { label: "$(debug-restart) Restart", description, run: () => serving.restart() },
    { label: "$(debug-stop) Stop", description, run: () => serving.stop() },
  ];
}
