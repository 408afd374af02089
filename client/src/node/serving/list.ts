// The components that are served now.
import { type Event, EventEmitter } from "vscode";
import type { Serving } from "./serving.ts";

export interface ServedList {
  all(): readonly Serving[];
  /** The one that serves this component. */
  find(component: string): Serving | undefined;
  add(serving: Serving): void;
  remove(serving: Serving): void;
  stopAll(): void;
  readonly onDidChange: Event<void>;
}

export function servedList(): ServedList {
  const servings: Serving[] = [];
  const changed = new EventEmitter<void>();
  return {
    all: () => [...servings],
    find: component => servings.find(serving => serving.component === component),
    add: serving => {
      servings.push(serving);
      changed.fire();
    },
    remove: serving => {
      const at = servings.indexOf(serving);
      if (at >= 0) servings.splice(at, 1);
      changed.fire();
    },
    stopAll: () => {
      for (const serving of [...servings]) serving.stop();
    },
    onDidChange: changed.event,
  };
}
