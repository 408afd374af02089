// Every code that the server can give has a page in docs/diagnostics, and what the pages show is what the server says.
import { deepEqual, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { lints } from "../../src/semantics/lints/list.ts";
import type { Features, LintSeverity } from "../../src/workspace/layout-types.ts";
import { repositoryFile } from "../support/parser.ts";
import { testWorkspace } from "../support/workspace.ts";
import { allProblems, checkMarks } from "./marked.ts";

const folder = repositoryFile("docs/diagnostics/");
const pages = readdirSync(folder).filter(name => name.endsWith(".md") && name !== "README.md");

/** Their examples are no WIT: they are about files as such, or too long to be printed. Other tests have them. */
const withoutExamples = new Set([
  "not-text",
  "deps-outside-workspace",
  "type-too-deep",
  "package-too-deep",
  "worlds-left-out",
  "invalid-binary-package",
]);

for (const name of pages) {
  const code = name.slice(0, -".md".length);
  const page = readFileSync(new URL(name, folder), "utf8");

  test(`${code}: the page has its parts`, () => {
    // In examples `#` starts a comment.
    const words = page.replace(/^```[\s\S]*?^```$/gm, "");
    const headings = [...words.matchAll(/^#+ .+$/gm)].map(([line]) => line);
    deepEqual(headings.slice(1), ["## Wrong", "## Right", "## How to fix"]);
    match(headings[0] ?? "", /^# \S/);
    match(page, new RegExp(`^\`${code}\` · (error|warning|information|hint|off)$`, "m"));
    ok(textOf(page, "How to fix").trim() !== "", "it does not say how to mend it");
  });

  if (withoutExamples.has(code)) continue;

  test(`${code}: the wrong examples give what they mark`, () => {
    const examples = examplesIn(textOf(page, "Wrong"));
    ok(examples.length > 0, "there is no wrong example");
    for (const { text, features } of examples) {
      match(text, new RegExp(`\\[${code}\\]`), "an example does not mark the page's own code");
      checkMarks(text, features);
    }
  });

  test(`${code}: the right examples give nothing`, () => {
    const examples = examplesIn(textOf(page, "Right"));
    ok(examples.length > 0, "there is no right example");
    for (const { text, features } of examples) {
      checkMarks(text, features);
      const still = allProblems(testWorkspace(text), features).filter(p => p.code === code);
      deepEqual(still, []);
    }
  });
}

test("every code that the sources give has a page, and every page is of such a code", () => {
  deepEqual(pages.map(name => name.slice(0, -".md".length)).sort(), [...codesInSources()].sort());
});

test("the list of pages is complete, with their titles and severities", () => {
  const readme = readFileSync(new URL("README.md", folder), "utf8");
  const rows = [...readme.matchAll(/^\| \[`([\w-]+)`\]\(([\w-]+)\.md\) \| (\w+) \| (.+) \|$/gm)].map(row =>
    row.slice(1),
  );
  const expected = pages.map(name => {
    const page = readFileSync(new URL(name, folder), "utf8");
    const code = name.slice(0, -".md".length);
    const severity = /^`[\w-]+` · (\w+)$/m.exec(page)?.[1];
    return [code, code, severity, /^# (.+)$/m.exec(page)?.[1]];
  });
  deepEqual(rows.sort(), expected.sort());
});

test("each lint has a setting with its default severity", () => {
  const manifest = JSON.parse(readFileSync(repositoryFile("package.json"), "utf8"));
  const settings: Record<string, { default: string }> = manifest.contributes.configuration.properties;
  const found = Object.entries(settings).flatMap(([key, { default: severity }]) =>
    key.startsWith("wit.lints.") ? [[key.slice("wit.lints.".length), severity]] : [],
  );
  deepEqual(found.sort(), lints.map(({ name, severity }) => [name, severity]).sort());
});

test("a lint's page gives its default severity and names its setting", () => {
  for (const { name, severity } of lints) {
    const page = readFileSync(new URL(`${name}.md`, folder), "utf8");
    match(page, new RegExp(`^\`${name}\` · ${severity}$`, "m"));
    match(page, new RegExp(`\`wit\\.lints\\.${name}\``));
  }
});

interface Example {
  readonly text: string;
  readonly features: Features;
}

/** The text of a page below a heading of the second level. */
function textOf(page: string, heading: string): string {
  return (
    page
      .split(/^## /m)
      .find(part => part.startsWith(`${heading}\n`))
      ?.slice(heading.length) ?? ""
  );
}

/**
 * The fenced blocks of WIT in a text. Words behind `wit` set them up: `features=a,b` activates features, `lints=a,b`
 * switches lints on, and `escapes` puts characters that can't be shown in the place of `\u{…}`.
 */
function examplesIn(text: string): readonly Example[] {
  return [...text.matchAll(/^```wit(.*)\n([\s\S]*?)\n```$/gm)].map(([, info = "", block = ""]) => {
    const on = listed(info, "lints").map((name): [string, LintSeverity] => [name, "hint"]);
    return {
      text: info.includes("escapes") ? withCharacters(block) : block,
      features: { names: listed(info, "features"), all: false, lints: Object.fromEntries(on) },
    };
  });
}

function listed(info: string, key: string): readonly string[] {
  return new RegExp(`${key}=(\\S+)`).exec(info)?.[1]?.split(",") ?? [];
}

function withCharacters(block: string): string {
  return block.replace(/\\u\{([0-9a-f]+)\}/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}

const sources = repositoryFile("server/src/");

/** The codes in the sources: a literal where a problem is made, and one for each mark that can be missing. */
function codesInSources(): ReadonlySet<string> {
  const layers = ["syntax", "semantics", "lsp", "workspace"];
  const texts = layers.flatMap(layer => textsBelow(new URL(`${layer}/`, sources)));
  const words = new Map(texts.flatMap(tokenWords));
  return new Set([...lints.map(lint => lint.name), ...texts.flatMap(text => codesIn(text, words))]);
}

function textsBelow(of: URL): readonly string[] {
  return readdirSync(of, { withFileTypes: true }).flatMap(entry => {
    if (entry.isDirectory()) return textsBelow(new URL(`${entry.name}/`, of));
    return entry.name.endsWith(".ts") ? [readFileSync(new URL(entry.name, of), "utf8")] : [];
  });
}

/** How the sources name a code: as a property, or as an argument of the functions that make problems. */
const places = [
  /\bcode: "([\w-]+)"/g,
  /\b(?:stop|expected)\(\s*r,\s*"([\w-]+)"/g,
  /\bnoItem\(\s*r,\s*\w+,\s*"([\w-]+)"/g,
  /\bnoItem\(\s*r,\s*"\w+",\s*"([\w-]+)"/g,
  /\bproblem\(\s*[\w.]+,\s*"([\w-]+)"/g,
  /\berror\(\s*"([\w-]+)"/g,
  /\batStart\(\s*"([\w-]+)"/g,
  /"([\w-]+-codepoint)"/g,
];

/** How a mark is called in codes: `")": "close-parenthesis"`. */
function tokenWords(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/^ {2}"(\W)": "([a-z-]+)",$/gm)].map(found => [found[1]!, found[2]!]);
}

function codesIn(text: string, words: ReadonlyMap<string, string>): readonly string[] {
  const named = places.flatMap(place => [...text.matchAll(place)].map(found => found[1]!));
  const wanted = [...text.matchAll(/\b(?:token|list)\(\s*r,\s*"([^"]+)"/g)].map(found => found[1]!);
  return [...named, ...wanted.map(kind => `expected-${words.get(kind) ?? kind}`)];
}
