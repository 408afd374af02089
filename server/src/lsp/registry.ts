// THE list of features: each entry yields both what the server advertises and what answers.
import type { ServerCapabilities } from "vscode-languageserver";
import { worldsRequest } from "./protocol.ts";
import type { Snapshot } from "./session.ts";
import { worlds } from "./worlds.ts";

export interface Feature {
  /** The user's word for it, as logs name it. */
  readonly name: string;
  readonly method: string;
  readonly capabilities: Partial<ServerCapabilities>;
  /** The answer where there is none, and where the feature fails. */
  readonly empty: unknown;
  /** Whether it is about the whole workspace, so that it waits for the scan. */
  readonly needsWorkspace?: boolean;
  /** Synchronous and total: waits for nothing, and what it throws costs this one answer. */
  readonly answer: (snapshot: Snapshot, params: never) => unknown;
}

export const features: readonly Feature[] = [
  {
    name: "worlds",
    method: worldsRequest,
    capabilities: {},
    empty: [],
    needsWorkspace: true,
    answer: worlds,
  },
];

/** What the features advertise, taken together. */
export function featureCapabilities(): Partial<ServerCapabilities> {
  return Object.assign({}, ...features.map(feature => feature.capabilities));
}
