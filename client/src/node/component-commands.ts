// The commands about components: known from the start, while the code behind them is loaded when it is first needed.
import type { Disposable } from "vscode";

export const componentCommands = [
  "wit.newComponent",
  "wit.buildComponent",
  "wit.runComponent",
  "wit.invokeFunction",
  "wit.checkFit",
  "wit.extractWit",
  "wit.generateBindings",
  "wit.watchComponent",
  "wit.stopWatching",
  "wit.serveComponent",
  "wit.stopServing",
  "wit.installWasmtime",
  "wit.removeWasmtime",
  "wit.editGrants",
  "wit.fetchDependencies",
  "wit.doctor",
] as const;

type ComponentCommand = (typeof componentCommands)[number];

/** What each command does with what a menu, a key binding or another extension gives it. */
export type Handlers<Names extends ComponentCommand = ComponentCommand> = Readonly<
  Record<Names, (asked?: never) => unknown>
>;

/** Commands that share something, which ends with the extension. */
export interface HandlerGroup<Names extends ComponentCommand> {
  readonly handlers: Handlers<Names>;
  readonly owned: Disposable;
}
