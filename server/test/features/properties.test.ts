// Properties of all features: none throws, at any offset of any text nor of any part of it; what is renamed checks as before.
import { deepEqual, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { callHierarchyItem, incoming, outgoing } from "../../src/features/call-hierarchy.ts";
import { codeLenses, lensContent } from "../../src/features/code-lens.ts";
import { completionDocs, completions } from "../../src/features/completion.ts";
import { declaration } from "../../src/features/declaration.ts";
import { definition } from "../../src/features/definition.ts";
import { folds } from "../../src/features/folding.ts";
import { highlights } from "../../src/features/highlight.ts";
import { hover } from "../../src/features/hover.ts";
import { implementation } from "../../src/features/implementation.ts";
import { inlayHints } from "../../src/features/inlay-hints.ts";
import { linkedRanges } from "../../src/features/linked-editing.ts";
import { documentLinks } from "../../src/features/links.ts";
import { filesOf, references } from "../../src/features/references.ts";
import { prepareRename, rename } from "../../src/features/rename.ts";
import { markdownOf, plainTextOf } from "../../src/features/sections.ts";
import { selections } from "../../src/features/selection.ts";
import { modifierBits } from "../../src/features/semantic-tokens/legend.ts";
import { eachSemanticToken } from "../../src/features/semantic-tokens.ts";
import { signatureHelp } from "../../src/features/signature-help.ts";
import { documentSymbols, type OutlineSymbol, type PlacedSymbol } from "../../src/features/symbols.ts";
import { typeDefinition } from "../../src/features/type-definition.ts";
import { subtypes, supertypes, typeHierarchyItem } from "../../src/features/type-hierarchy.ts";
import { workspaceSymbols } from "../../src/features/workspace-symbols.ts";
import { defaultSettings } from "../../src/lsp/editor.ts";
import { analyzeRoot, newAnalysisCache, type RootAnalysis } from "../../src/semantics/analysis.ts";
import { fileOccurrences } from "../../src/semantics/symbols.ts";
import type { ParsedFile } from "../../src/syntax/file.ts";
import { layout, rootOf } from "../../src/workspace/layout.ts";
import { repositoryFile } from "../support/parser.ts";
import { folderSchemes, parse, testWorkspace } from "../support/workspace.ts";
import { edited, problemsIn } from "./edits.ts";
import { broken, valid } from "./texts.ts";

interface Package {
  readonly name: string;
  readonly files: readonly ParsedFile[];
}

const inline: readonly Package[] = [
  { name: "the valid text", files: testWorkspace(valid).files },
  ...broken.map((text, i) => ({ name: `broken text ${i}`, files: [parse("file:///wit/main.wit", text)] })),
];

/** Every n-th package of the reference parser's corpus, where that is at hand. */
function corpus(every: number, wanted: (row: { verdict: string; set: string }) => boolean): readonly Package[] {
  const path = repositoryFile("../shared/corpus/visible.jsonl.gz");
  if (!existsSync(path)) return [];
  const rows = gunzipSync(readFileSync(path)).toString("utf8").trim().split("\n");
  return rows
    .map(row => JSON.parse(row) as { id: string; verdict: string; set: string; files: Record<string, unknown> })
    .filter(wanted)
    .filter((_, i) => i % every === 0)
    .map(({ id, files }) => ({
      name: id,
      files: Object.entries(files).flatMap(([name, text]) =>
        typeof text === "string" && name.endsWith(".wit") && text.length < 20_000
          ? [parse(`file:///wit/${name}`, text)]
          : [],
      ),
    }))
    .filter(({ files }) => files.length > 0 && files.length < 30);
}

function rootsOf(files: readonly ParsedFile[], cache = newAnalysisCache()): readonly RootAnalysis[] {
  const { roots } = layout({ files, schemes: folderSchemes });
  return roots.map(root => analyzeRoot(root, { names: [], all: false }, cache));
}

function rootWith(roots: readonly RootAnalysis[], files: readonly ParsedFile[], file: ParsedFile): RootAnalysis {
  const found = rootOf(layout({ files, schemes: folderSchemes }), file.source.uri);
  return roots.find(r => r.root.uri === found?.uri)!;
}

/** Asks everything at one offset, and for the shape of the answers. */
function askAt(root: RootAnalysis, file: ParsedFile, offset: number, roots: readonly RootAnalysis[]): void {
  const within = (span: { readonly start: number; readonly end: number }, text = file.source.text): void =>
    ok(0 <= span.start && span.start <= span.end && span.end <= text.length, `${JSON.stringify(span)} at ${offset}`);
  for (const ask of [definition, declaration, typeDefinition, implementation]) {
    const found = ask(root, file, offset, roots);
    if (found) within(found.origin);
    for (const { uri, span, full } of found?.targets ?? []) {
      const { text } = roots.flatMap(r => filesOf(r)).find(f => f.source.uri === uri)!.source;
      within(span, text);
      within(full, text);
    }
  }
  const shown = hover(root, file, offset, roots);
  if (shown) {
    within(shown.span);
    ok(markdownOf(shown.sections).trim() !== "", `an empty hover at ${offset}`);
    ok(plainTextOf(shown.sections).trim() !== "", `an empty hover in plain text at ${offset}`);
  }
  for (const { span } of highlights(root, file, offset)) within(span);
  const help = signatureHelp(file, offset);
  if (help?.part !== undefined) ok(help.part < help.forms[help.form]!.parts.length, `part ${help.part} at ${offset}`);
  const linked = linkedRanges(root, file, offset) ?? [];
  for (const span of linked) within(span);
  ok(new Set(linked.map(({ start, end }) => file.source.text.slice(start, end))).size < 2, `not one text at ${offset}`);
  askHierarchies(root, file, offset, roots);
  const chain = selections(file, offset);
  for (const span of chain) within(span);
  for (const item of completions(root, file, offset, roots).items) {
    within(item.span);
    ok(item.span.start <= offset && offset <= item.span.end, `${item.label} at ${offset}`);
    for (const edit of item.edits ?? [])
      ok(edit.end <= item.span.start || item.span.end <= edit.start, `edits overlap at ${offset}`);
  }
  prepareRename(root, file, offset);
}

function askHierarchies(root: RootAnalysis, file: ParsedFile, offset: number, roots: readonly RootAnalysis[]): void {
  const called = callHierarchyItem(root, file, offset, roots);
  if (called) {
    incoming(root, called.id, roots);
    const { text } = filesOf(root).find(f => f.source.uri === called.uri)?.source ?? { text: "" };
    for (const { spans } of outgoing(root, called.id, roots))
      for (const { end } of spans) ok(end <= text.length, `a name at ${end} from ${offset}`);
  }
  const typed = typeHierarchyItem(root, file, offset, roots);
  if (typed) for (const ask of [supertypes, subtypes]) ask(root, typed.id, roots);
}

function askOnce(root: RootAnalysis, file: ParsedFile): void {
  const inside = (outer: OutlineSymbol): void => {
    ok(outer.full.start <= outer.span.start && outer.span.end <= outer.full.end, outer.name);
    let end = outer.full.start;
    for (const { start, symbol } of outer.children) {
      const { full } = symbol;
      ok(end <= start + full.start && start + full.end <= outer.full.end, `${symbol.name} in ${outer.name}`);
      end = start + full.end;
      inside(symbol);
    }
  };
  for (const { symbol } of documentSymbols(file)) inside(symbol);
  for (const fold of folds(file)) ok(fold.start < fold.end && fold.end <= file.source.text.length);
  tokensAreNames(root, file);
  const range = { start: 0, end: file.source.text.length };
  const { inlayHints: choice } = defaultSettings;
  for (const hint of inlayHints(root, file, range, choice)) {
    ok(0 <= hint.at && hint.at <= range.end && hint.parts.length > 0, `a hint at ${hint.at}`);
    ok(!hint.tooltip || plainTextOf(hint.tooltip()) !== "", `an empty tooltip at ${hint.at}`);
  }
  for (const lens of codeLenses(root, file, [root], { references: "all", worlds: true })) {
    ok(lens.start < lens.end && lens.end <= file.source.text.length);
    lensContent(root, [root], lens);
  }
  for (const link of documentLinks(root, file)) ok(link.start < link.end && link.end <= file.source.text.length);
  workspaceSymbols([file], "a");
}

/** Each token is a name that the list of names has there, in order, and each such name is a token. */
function tokensAreNames(root: RootAnalysis, file: ParsedFile): void {
  const tokens: string[] = [];
  let end = 0;
  eachSemanticToken(root, file, (start, next, code) => {
    ok(end <= start && start < next, `tokens overlap at ${start}`);
    end = next;
    tokens.push(`${start}-${next} ${(modifierBits(code) & 1) === 1 ? "definition" : "reference"}`);
  });
  let last = 0;
  const names = fileOccurrences(root, file).flatMap(o => {
    const isConstructor = o.kind === "function" && o.role === "definition" && /#\[constructor\][^#.(]*$/.test(o.id);
    if (o.start < last || o.start === o.end || isConstructor) return [];
    last = o.end;
    // The name of a file's `use` that leads nowhere.
    if (o.kind === "file-name" && o.role === "reference" && o.target === undefined) return [];
    return [`${o.start}-${o.end} ${o.role}`];
  });
  deepEqual(tokens, names, file.source.text);
}

function everyOffset({ files }: Package, step: number): void {
  const roots = rootsOf(files);
  for (const file of files) {
    const root = rootWith(roots, files, file);
    askOnce(root, file);
    const { length } = file.source.text;
    for (let offset = 0; offset <= length; offset += step) askAt(root, file, offset, roots);
  }
}

function everyPrefix({ files }: Package, step: number): void {
  const [file, ...others] = files;
  if (!file) return;
  const cache = newAnalysisCache();
  for (let end = file.source.text.length; end >= 0; end -= step) {
    const cut = parse(file.source.uri, file.source.text.slice(0, end));
    const now = [cut, ...others];
    const roots = rootsOf(now, cache);
    const root = rootWith(roots, now, cut);
    askOnce(root, cut);
    askAt(root, cut, end, roots);
  }
}

test("the valid text is valid", () => deepEqual(problemsIn(inline[0]!.files), []));
test("no feature throws at any offset", () => {
  for (const each of inline) everyOffset(each, each === inline[0] ? 2 : 1);
});
test("no feature throws at the end of any part of a text", () => {
  for (const [i, each] of inline.entries()) everyPrefix(each, i === 0 ? 7 : 1);
});
test("no feature throws on packages of the corpus", () => {
  for (const each of corpus(150, () => true)) {
    everyOffset(each, 23);
    everyPrefix(each, 151);
  }
});

/** Every name of a package is renamed to something new, and the package must check as before. */
function renameAll({ name, files }: Package, step: number): void {
  const roots = rootsOf(files);
  const cache = newAnalysisCache();
  const before = problemsIn(files, cache);
  let count = 0;
  for (const file of files) {
    const root = rootWith(roots, files, file);
    for (const o of fileOccurrences(root, file)) {
      if (count++ % step !== 0) continue;
      const text = file.source.text.slice(o.start, o.end);
      const wanted = o.kind === "package" ? "zz:new-name" : "zz-new-name";
      const result = rename(root, file, o.end, wanted, roots, { dependencies: true });
      if (result.kind === "refused") continue;
      ok(result.files.length > 0, `${name}: nothing to rename at ${text}`);
      deepEqual(problemsIn(edited({ files }, result.files), cache), before, `${name}: ${o.kind} ${text} (${o.id})`);
    }
  }
}

/** Every name is renamed to each of some names that are there: it is refused, or the package checks as before. */
function renameToOthers({ name, files }: Package, step: number): void {
  const roots = rootsOf(files);
  const cache = newAnalysisCache();
  const before = problemsIn(files, cache);
  const names = new Set(files.flatMap(file => documentSymbols(file).flatMap(namesIn)).filter(n => /^[a-z-]+$/.test(n)));
  let count = 0;
  for (const file of files) {
    const root = rootWith(roots, files, file);
    for (const o of fileOccurrences(root, file)) {
      if (o.kind === "package" || o.role === "reference") continue;
      for (const wanted of names) {
        if (count++ % step !== 0) continue;
        const result = rename(root, file, o.end, wanted, roots, { dependencies: true });
        if (result.kind === "refused") continue;
        const text = file.source.text.slice(o.start, o.end);
        const after = problemsIn(edited({ files }, result.files), cache);
        deepEqual(after, before, `${name}: ${o.kind} ${text} (${o.id}) to ${wanted}`);
      }
    }
  }
}

function namesIn({ symbol: { name, children } }: PlacedSymbol): readonly string[] {
  return [name, ...children.flatMap(namesIn)];
}

test("a renamed package checks as before", () => {
  renameAll(inline[0]!, 1);
  for (const each of corpus(100, ({ verdict, set }) => verdict === "accept" && set !== "catalog")) renameAll(each, 13);
});
test("a name that is taken is refused, or all is well", () => {
  renameToOthers(inline[0]!, 3);
  for (const each of corpus(100, ({ verdict, set }) => verdict === "accept" && set !== "catalog"))
    renameToOthers(each, 499);
});

test("references from any place that names a thing are the same", () => {
  for (const each of [inline[0]!, ...corpus(80, ({ verdict }) => verdict === "accept")]) {
    const roots = rootsOf(each.files);
    const known = new Map<string, string>();
    for (const file of each.files) {
      const root = rootWith(roots, each.files, file);
      for (const o of fileOccurrences(root, file)) {
        const text = file.source.text.slice(o.start, o.end);
        const found = JSON.stringify(
          references(root, file, o.end, roots)
            .map(r => [r.uri, r.span.start])
            .sort(),
        );
        const key = `${root.root.uri} ${o.id} ${o.kind === "package" ? "" : text.replace("%", "")}`;
        ok(found.includes(`[${JSON.stringify(file.source.uri)},${o.start}]`), `${each.name}: ${text} (${o.id})`);
        if (!known.has(key)) known.set(key, found);
        deepEqual(found, known.get(key), `${each.name}: ${text} (${o.id})`);
      }
    }
  }
});

test("every offer's documentation can be made", () => {
  const { files } = inline[0]!;
  const roots = rootsOf(files);
  const file = files[0]!;
  const root = rootWith(roots, files, file);
  for (let offset = 0; offset < file.source.text.length; offset += 3) {
    for (const { id, label } of completions(root, file, offset, roots).items)
      if (id !== undefined) ok(markdownOf(completionDocs(root, id)) !== "", label);
  }
});
