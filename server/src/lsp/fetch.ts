// Fetching dependencies with a tool outside, which the client does: which tool, where, what it would do to `deps`; and the
// offer of it beside quick fixes.
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { DepEntry } from "../workspace/layout-types.ts";
import { fetchTool, type Manifests } from "../workspace/manifests/types.ts";
import { lastSegment, shownUri, uriKey } from "../workspace/uri.ts";
import { type Located, rootsAt } from "./places.ts";
import type { FetchCommand, FetchPlanInfo, FetchPlansParams } from "./protocol.ts";
import type { Snapshot } from "./session.ts";

/** The command of clients that fetch dependencies; its argument is a `FetchCommand`. */
const command = "wit.fetchDependencies";

/** Plans for the packages that a file belongs to, or that lie at or below a folder; for all of the workspace without one. */
export function answerFetchPlans(s: Snapshot, params: FetchPlansParams | null): readonly FetchPlanInfo[] {
  return rootsAt(s, params?.uri).flatMap(root => fetchPlan(s.analyze(root)) ?? []);
}

/** The offer to fetch what is missing, for clients that can. `mended` are the diagnostics that it may mend. */
export function fetchAction(
  s: Snapshot,
  { root }: Located,
  mended: NonNullable<CodeAction["diagnostics"]>,
): readonly CodeAction[] {
  if (!s.fetches || mended.length === 0 || root.root.kind === "file") return [];
  const title =
    fetchTool(root.root.manifests) === "wkg"
      ? "Fetch missing packages with `wkg`"
      : "Fetch the packages of `deps.toml` with `wit-deps`";
  const argument: FetchCommand = { root: root.root.uri, ask: true };
  return [
    { title, kind: CodeActionKind.QuickFix, diagnostics: mended, command: { title, command, arguments: [argument] } },
  ];
}

/** The plan for a root; undefined for a file that stands alone, which has no `deps`. */
function fetchPlan(analysis: RootAnalysis): FetchPlanInfo | undefined {
  const { root, problems } = analysis;
  if (root.kind === "file") return undefined;
  const { manifests } = root;
  const tool = fetchTool(manifests);
  const missing = problems.flatMap(({ code, data }) => (code === "missing-package" ? [`${data?.package}`] : []));
  const folder = tool === "wkg" ? manifests?.wkg?.folder : undefined;
  const lost = tool === "wkg" ? unlikeWkg(analysis) : changed(root.deps, manifests);
  return {
    root: root.uri,
    tool,
    ...(folder === undefined ? {} : { folder }),
    missing,
    entries: root.deps.map(({ name }) => name),
    lost,
    outside: (manifests?.outside ?? [])
      .filter(({ uri }) => lastSegment(uriKey(uri)) === (tool === "wkg" ? "wkg.toml" : "deps.toml"))
      .map(({ name, target }) => `${name} from ${shownUri(target)}`),
    isWorkspace: tool === "wkg" && manifests?.wkg?.manifest?.workspace === true,
  };
}

/** wkg empties `deps` first. What it wrote itself it writes again: its name is that of its package. */
function unlikeWkg({ root, packages }: RootAnalysis): readonly string[] {
  const { manifest, lock } = root.manifests?.wkg ?? {};
  const known = new Set([...(manifest?.overrides ?? []), ...(lock?.packages ?? [])].map(({ name }) => name));
  return root.deps.flatMap(dep => {
    const keys = packages.flatMap(({ package: pkg }) => (pkg.dep?.uri === dep.uri ? [pkg.key] : []));
    const isOurs = keys.length > 0 && keys.every(key => known.has(key.split("@")[0]!));
    return isOurs || keys.some(key => isWrittenByWkg(dep, key)) ? [] : [dep.name];
  });
}

function isWrittenByWkg({ name, files }: DepEntry, key: string): boolean {
  const own = key.replace(/[:@]/g, "-");
  const [first] = files;
  return (
    name === `${own}.wasm` || (name === own && files.length === 1 && lastSegment(first!.source.uri) === "package.wit")
  );
}

/** wit-deps writes folders anew whose content is not what it locked. */
function changed(deps: readonly DepEntry[], manifests: Manifests | undefined): readonly string[] {
  const { manifest, lock } = manifests?.witDeps ?? {};
  const names = new Set([...(manifest?.entries ?? []), ...(lock?.entries ?? [])].map(({ id }) => id));
  const locked = new Map(lock?.entries.map(({ id, sha256 }) => [id, sha256?.toLowerCase()]));
  const isSame = (name: string): boolean => locked.has(name) && locked.get(name) === manifests?.digests.get(name);
  return deps.flatMap(({ name }) => (names.has(name) && !isSame(name) ? [name] : []));
}
