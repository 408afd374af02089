// Remembers what components of this workspace may use. In VS Code's own storage, never in settings: a workspace must not grant itself anything.
import { type Disposable, type Event, EventEmitter, type Memento } from "vscode";
import { type Grants, readGrants } from "./run-targets/grants.ts";

export interface GrantStore extends Disposable {
  get(): Grants;
  set(grants: Grants): Promise<void>;
  readonly onDidChange: Event<Grants>;
}

const KEY = "grants";

export function createGrantStore(memory: Memento): GrantStore {
  const changed = new EventEmitter<Grants>();
  return {
    get: () => readGrants(memory.get(KEY)),
    set: async grants => {
      await memory.update(KEY, grants);
      changed.fire(readGrants(grants));
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
