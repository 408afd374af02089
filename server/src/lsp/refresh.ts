// Asks the client to ask again: it does so by itself only for the file that changed, but others may show what stands there.
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from "vscode-languageserver";
import type { EditorSettings } from "./editor.ts";

export interface Refresher {
  /** What files show of others may have changed; the client is told when nothing has changed for a while. */
  readonly filesChanged: () => void;
  readonly settingsChanged: (before: EditorSettings, now: EditorSettings) => void;
}

/** `afterPause` runs the last of the functions given to it once no other has come for a while. */
export function newRefresher(
  connection: Connection,
  { workspace }: ClientCapabilities,
  afterPause: (run: () => void) => void,
): Refresher {
  const takes = {
    lenses: workspace?.codeLens?.refreshSupport === true,
    hints: workspace?.inlayHint?.refreshSupport === true,
    tokens: workspace?.semanticTokens?.refreshSupport === true,
  };
  const ask = (type: typeof CodeLensRefreshRequest.type): void =>
    // A client that is shutting down does not answer.
    void connection.sendRequest(type).catch(() => {});
  return {
    filesChanged: () => {
      if (!takes.hints && !takes.tokens) return;
      afterPause(() => {
        if (takes.hints) ask(InlayHintRefreshRequest.type);
        if (takes.tokens) ask(SemanticTokensRefreshRequest.type);
      });
    },
    settingsChanged: (before, now) => {
      const differ = (setting: keyof EditorSettings): boolean =>
        JSON.stringify(before[setting]) !== JSON.stringify(now[setting]);
      if (takes.lenses && differ("codeLens")) ask(CodeLensRefreshRequest.type);
      if (takes.hints && differ("inlayHints")) ask(InlayHintRefreshRequest.type);
    },
  };
}
