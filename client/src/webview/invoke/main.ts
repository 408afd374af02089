// The script of the form's web view: connects the page with the extension.
import { App } from "./app.ts";
import type { FromView, ToView } from "./messages.ts";
import type { SavedState } from "./saved-state.ts";

interface VsCode {
  postMessage(message: FromView): void;
  getState(): SavedState | undefined;
  setState(state: SavedState): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const app = new App({
  post: message => vscode.postMessage(message),
  saved: vscode.getState(),
  save: state => vscode.setState(state),
});
document.body.append(app.element);
window.addEventListener("message", event => app.receive(event.data as ToView));
vscode.postMessage({ kind: "ready" });
