// Wires requests to features: each is answered once what it is about is read, at most once failed, and not where it was cancelled.
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Loader } from "../workspace/loader.ts";
import type { Feature } from "./registry.ts";
import type { Session } from "./session.ts";
import { sourceUri } from "./virtual-documents.ts";

/** What answers. */
export interface Answering {
  readonly session: Session;
  readonly loader: Loader;
  /** Resolves when the workspace was scanned for the first time. */
  readonly scanned: Promise<void>;
}

export interface Requested {
  readonly connection: Connection;
  readonly log: (message: string) => void;
  /** Undefined until the grammar is loaded. */
  readonly answering: () => Answering | undefined;
  readonly ready: () => Promise<Answering>;
}

export function wireFeature(r: Requested, feature: Feature): void {
  r.connection.onRequest(feature.method, (...given: unknown[]) => {
    // A request without parameters comes with its token alone.
    const token = given.at(-1) as CancellationToken;
    const params = given.length > 1 ? given[0] : null;
    const now = r.answering();
    return now && !whatToAwait(now, feature, params)
      ? answer(r, now, feature, params, token)
      : answerLater(r, feature, params, token);
  });
}

async function answerLater(
  r: Requested,
  feature: Feature,
  params: unknown,
  token: CancellationToken,
): Promise<unknown> {
  const answering = await r.ready();
  await whatToAwait(answering, feature, params);
  // The document may have been opened, and its package read on, in between.
  await whatToAwait(answering, feature, params);
  return answer(r, answering, feature, params, token);
}

/** A request about a package that is still being read is answered once it is read; undefined where nothing is to be awaited. */
function whatToAwait({ loader, scanned }: Answering, feature: Feature, params: unknown): Promise<unknown> | undefined {
  const { textDocument, uri = textDocument?.uri } = (params ?? {}) as {
    readonly textDocument?: { readonly uri?: unknown };
    /** Of a document, or of a package's folder. */
    readonly uri?: unknown;
  };
  const asked = typeof uri === "string" ? uri : undefined;
  const reading = feature.readsPackages
    ? loader.readingBelow(asked && sourceUri(asked))
    : asked === undefined
      ? undefined
      : readingOf(loader, asked);
  if (!feature.needsWorkspace) return reading;
  return reading ? Promise.all([scanned, reading]) : scanned;
}

function readingOf(loader: Loader, uri: string): Promise<void> | undefined {
  return loader.reading(sourceUri(uri)) ?? loader.reading(`${uri}/x.wit`);
}

function answer(
  r: Requested,
  { session }: Answering,
  feature: Feature,
  params: unknown,
  token: CancellationToken,
): unknown {
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
  try {
    const found = feature.answer(session.snapshot(), params as never) ?? feature.empty;
    if (!feature.applies || found === null || found instanceof ResponseError) return found;
    void r.connection.workspace.applyEdit(found as WorkspaceEdit);
    return null;
  } catch (error) {
    r.log(`${feature.name}: ${describe(error)}`);
    return feature.empty;
  }
}

/** What is known of an error. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
