// What the web view keeps when the editor takes its page away for a while.
import type { RuntimeChoice } from "./messages.ts";
import type { Draft } from "./values-pane.ts";

export interface SavedState {
  readonly component: string;
  readonly chosen: string;
  /** By the functions' keys. */
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly runtime: RuntimeChoice | undefined;
}
