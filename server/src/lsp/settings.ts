// The client's settings, section `wit`: asked for, and read whatever they hold.
import type { ClientCapabilities, Connection } from "vscode-languageserver";
import type { Features, LintSeverity } from "../workspace/layout-types.ts";

/** A client, and the folders that are open in it. */
interface Asked {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly folders: readonly string[];
}

/** The settings of all, then those of each folder: `sent` where the client can't be asked, none where it does not answer. */
export async function askSettings({ client, connection, folders }: Asked, sent: unknown): Promise<readonly unknown[]> {
  if (!client.workspace?.configuration) return [sent, ...folders.map(() => sent)];
  const items = [{ section: "wit" }, ...folders.map(scopeUri => ({ scopeUri, section: "wit" }))];
  return connection.workspace.getConfiguration(items).catch(() => []);
}

export function readFeatures(settings: unknown): Features {
  const given = (settings ?? {}) as { features?: unknown; allFeatures?: unknown; lints?: unknown };
  const names = Array.isArray(given.features) ? given.features.filter(name => typeof name === "string") : [];
  return { names, all: given.allFeatures === true, lints: readLints(given.lints) };
}

const severities: ReadonlySet<unknown> = new Set(["off", "hint", "information", "warning", "error"]);

/** Severities by lint; what is not one of them is left out. */
function readLints(settings: unknown): Record<string, LintSeverity> {
  const given = typeof settings === "object" && settings !== null ? Object.entries(settings) : [];
  return Object.fromEntries(given.filter((entry): entry is [string, LintSeverity] => severities.has(entry[1])));
}

/** What a folder's packages are compared with; empty: nothing. */
export function readBaselineName(settings: unknown): string {
  const { baseline } = (settings ?? {}) as { baseline?: unknown };
  return typeof baseline === "string" ? baseline.trim() : "";
}
