// Ticks the walkthrough's first step where a WIT file has been opened, be it before the walkthrough or after.
import { commands, Disposable, type Tab, window, workspace } from "vscode";
import { pulse } from "./pulse.ts";

const KEY = "wit.hasOpenedFile";

/**
 * VS Code ticks a step when a context key turns true while it knows the step, which it does once a walkthrough was looked at; a key that
 * is true by then never counts. So this one turns true for a moment: at the first WIT file, and again when a page like a walkthrough is opened.
 */
export function walkthroughKey(): Disposable {
  const signal = pulse(isOn => void commands.executeCommand("setContext", KEY, isOn));
  let wasOpened = false;
  const look = (): void => {
    if (wasOpened || !workspace.textDocuments.some(({ languageId }) => languageId === "wit")) return;
    wasOpened = true;
    signal.start();
  };
  look();
  return Disposable.from(
    signal,
    workspace.onDidOpenTextDocument(look),
    window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      if (wasOpened && [...opened, ...changed].some(isPage)) signal.start();
    }),
  );
}

/** Of what is no file, extensions are told nothing but the label. */
function isPage({ input }: Tab): boolean {
  return input === undefined;
}
