// What the server is not told before a workspace is trusted.

/**
 * Settings as the server may have them. VS Code itself keeps back what a workspace sets of the restricted ones; a baseline
 * that a person sets for all workspaces must not make the server run git in one that nobody trusts yet.
 */
export function settingsFor(isTrusted: boolean, settings: unknown): unknown {
  if (isTrusted) return settings;
  if (Array.isArray(settings)) return settings.map(one => settingsFor(isTrusted, one));
  return typeof settings === "object" && settings !== null ? { ...settings, baseline: "" } : settings;
}
