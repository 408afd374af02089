// What holds of formatting for any text: nothing is lost, a second run changes nothing, broken items stay, nothing throws.
import { equal, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import type { Span } from "../../src/base/span.ts";
import { applyEdits } from "../../src/features/edits/file-edit.ts";
import { atomsIn } from "../../src/features/format/atoms.ts";
import { typedEdits, typedTriggers } from "../../src/features/format/on-type.ts";
import { defaultStyle, type Style } from "../../src/features/format/style.ts";
import { formatEdits } from "../../src/features/format.ts";
import { lengthOf, unitOf } from "../../src/syntax/ast.ts";
import { fileStart } from "../../src/syntax/cut.ts";
import { type ParsedFile, syntaxProblems } from "../../src/syntax/file.ts";
import { fixture } from "../support/fixture.ts";
import { repositoryFile } from "../support/parser.ts";
import { type Random, seeded } from "../support/random.ts";
import { parse } from "../support/workspace.ts";
import { formattedSafely, sameWords } from "./format-text.ts";
import { broken, valid } from "./texts.ts";

const greeter = readFileSync(repositoryFile("test-fixtures/greeter/wit/world.wit"), "utf8");
const whole = [...fixture(valid).files.map(({ text }) => text), greeter];

function codesIn(text: string): string {
  return syntaxProblems(parse("file:///wit/main.wit", text))
    .map(({ code }) => code)
    .join();
}

/** Formats and asks that the text be as wrong as before. */
function formats(text: string, style?: Style): string {
  const after = formattedSafely(text, style);
  equal(codesIn(after), codesIn(text), JSON.stringify(text));
  return after;
}

test("whole and broken texts", () => {
  for (const text of [...whole, ...broken]) formats(text);
});

test("every part of a text", () => {
  for (const text of whole)
    for (let end = 0; end < text.length; end += 5) {
      formats(text.slice(0, end));
      formats(text.slice(end));
    }
});

test("files of the reference parser's corpus", () => {
  const path = repositoryFile("../shared/corpus/visible.jsonl.gz");
  if (!existsSync(path)) return;
  const rows = gunzipSync(readFileSync(path)).toString("utf8").trim().split("\n");
  for (const row of rows.filter((_, i) => i % 12 === 0))
    for (const [name, text] of Object.entries((JSON.parse(row) as { files: Record<string, unknown> }).files))
      if (typeof text === "string" && name.endsWith(".wit") && text.length < 20_000) formats(text);
});

/** Comments and white space, as people and their accidents put them. */
const between = [
  "// c\n",
  "\n// own\n",
  "/* b */",
  "\n/* b */\n",
  "/* m\n  x */",
  "\n   /** m\n  x */\n",
  "/// doc\n",
  "   // apart\n",
  "\n",
  "\n\n\n",
  "  ",
  "\t",
];

/** The text with comments and white space between some of its tokens; where `breaks`, also with marks that do not belong there. */
function scattered(random: Random, text: string, breaks: boolean): string {
  let made = text.slice(0, fileStart(text));
  let [at, version] = [made.length, false];
  const rate = 1 + random(12);
  for (const { kind, start, end } of atomsIn(text, at, text.length)) {
    const gap = text.slice(at, start);
    // A version is one word, whatever tokens it is made of.
    version &&= gap === "" && /^(?:id|integer|[.+-])$/.test(kind);
    made += gap;
    if (!version && random(rate) === 0) made += between[random(between.length)]!;
    if (breaks && random(60) === 0) made += "{}();:,<>=@"[random(11)]!;
    made += text.slice(start, end);
    version ||= kind === "integer";
    at = end;
  }
  return made + text.slice(at);
}

test("comments and white space anywhere", () => {
  const random = seeded(5);
  const styles = [undefined, defaultStyle, { indent: "    " }, { indent: "\t" }];
  for (let i = 0; i < 240; i++) {
    const text = scattered(random, whole[i % whole.length]!, i % 3 === 2);
    formats(i % 5 === 4 ? text.replaceAll("\n", "\r\n") : text, styles[random(styles.length)]);
  }
});

test("in a text without mistakes, no more than one empty line stays", () => {
  const random = seeded(6);
  const afters = whole
    .flatMap(text => Array.from({ length: 10 }, () => formats(scattered(random, text, false))))
    .filter(after => codesIn(after) === "");
  ok(afters.length > 20, "there are too few to tell");
  for (const after of afters)
    ok(
      atomsIn(after, fileStart(after), after.length).every(({ breaks }) => breaks < 3),
      after,
    );
});

test("a range changes nothing in members that it does not touch", () => {
  const random = seeded(7);
  for (const text of [...whole, ...broken].map(t => scattered(random, t, true))) {
    const file = parse("file:///wit/main.wit", text);
    for (let i = 0; i < 40; i++) {
      const start = random(text.length + 1);
      const end = Math.min(text.length, start + random(200));
      const edits = formatEdits(file, defaultStyle, [{ start, end }]);
      sameWords(text, applyEdits(text, edits));
      for (const span of memberSpans(file))
        if (span.end < start || end < span.start)
          ok(
            edits.every(edit => edit.end <= span.start || span.end <= edit.start),
            JSON.stringify([text, start, end]),
          );
    }
  }
});

function memberSpans({ root }: ParsedFile): readonly Span[] {
  return root.members.map((member, i) => {
    const start = root.starts[i]!;
    return { start: start + unitOf(member)!.start, end: start + lengthOf(member) };
  });
}

test("typing anywhere throws nothing and loses nothing", () => {
  const random = seeded(8);
  for (const text of [...whole, ...broken].map(t => scattered(random, t, true))) {
    const file = parse("file:///wit/main.wit", text);
    for (let offset = 0; offset <= text.length; offset++)
      for (const char of typedTriggers) sameWords(text, applyEdits(text, typedEdits(file, offset, char, defaultStyle)));
  }
});
