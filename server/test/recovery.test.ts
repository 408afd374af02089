// An item cut short leaves its neighbours as they were: what their names stand for does not change, and the cut is told.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { analyzeRoot, newAnalysisCache, problemsOf } from "../src/semantics/analysis.ts";
import { fileOccurrences, type Occurrence } from "../src/semantics/symbols.ts";
import { isContainer, type Member } from "../src/syntax/ast.ts";
import { endAt, kindAt, tokens } from "../src/syntax/tokens.ts";
import { parse } from "./support/workspace.ts";

const uri = "file:///main.wit";

const texts: readonly string[] = [
  `package a:b@1.0.0;
interface shapes {
  /// Where.
  record point { x: f32, y: f32 }
  type line = tuple<point, point>;
  variant shape { dot(point), path(list<line>), none }
  flags style { filled, dashed }
  enum color { red, green }
  resource canvas {
    constructor(size: point);
    draw: func(s: shape, with-style: style) -> result<_, color>;
    width: get() -> u32;
    width: set(v: u32) -> result<_, color>;
    open: static func() -> canvas;
  }
  @since(version = 1.0.0)
  area: func(s: borrow<canvas>, at: option<point>) -> f64;
  stream-of: async func(s: stream<u8>) -> future<map<string, shape>>;
}
interface other { record point { x: u8 } f: func(p: point) -> point; }
world w {
  import shapes;
  import log: interface { record entry { text: string } log: func(e: entry); }
  import get-it: func() -> string;
  export other;
  export run: async func();
}
world v { import other; export other: shapes; }
`,
  `interface one { x: get() -> u32; x: set(v: u32); t: func(); }
interface two { resource r; make: func() -> r; resource s { f: func(); } take: func(a: own<r>, b: borrow<s>); }`,
];

interface Unit {
  readonly start: number;
  readonly end: number;
}

function unitsIn(member: Member, base: number): readonly Unit[] {
  if (!isContainer(member)) return [{ start: base + member.start, end: base + member.text.length }];
  return member.members.flatMap((inner, i) => unitsIn(inner, base + member.starts[i]!));
}

interface Seen {
  readonly names: readonly Occurrence[];
  readonly errors: number;
}

function look(text: string): Seen {
  const file = parse(uri, text);
  const root = { uri, kind: "file" as const, main: [file], deps: [], loading: false };
  const analysis = analyzeRoot(root, { names: [], all: false }, newAnalysisCache());
  const errors = problemsOf(analysis, file).filter(p => p.severity === "error").length;
  return { names: fileOccurrences(analysis, file), errors };
}

/** The names outside a unit that stand for nothing the unit defines, as they would be after `moved`. */
function neighbours(seen: Seen, unit: Unit, moved: number): readonly string[] {
  const inside = seen.names.filter(o => o.start >= unit.start && o.end <= unit.end && o.role === "definition");
  const outside = seen.names.filter(o => o.end <= unit.start || o.start >= unit.end);
  const kept = outside.filter(o => !inside.some(d => o.id.startsWith(d.id)));
  return kept.map(o => describe({ ...o, start: o.start >= unit.end ? o.start - moved : o.start }));
}

/** Without the package's name, which a cut header takes away. */
function describe({ start, id, role }: Occurrence): string {
  return `${start} ${id.replace(/^[^#]*\/([^@#]*)(@[^#]*)?/, "$1")} ${role}`;
}

/** Attributes alone go with the item behind them, which is not a mistake. */
function isWhole(text: string): boolean {
  return /^@[a-z-]+\([^)]*\)$/.test(text);
}

for (const [i, text] of texts.entries()) {
  test(`each item cut after each of its tokens (${i})`, () => {
    const intact = look(text);
    for (const unit of unitsIn(parse(uri, text).root, 0)) {
      const t = tokens(text, unit.start, unit.end);
      for (let n = 0; kindAt(t, n + 1) !== "end"; n++) {
        const cut = endAt(t, n);
        const seen = look(text.slice(0, cut) + text.slice(unit.end));
        const now = new Set(seen.names.map(describe));
        const lost = neighbours(intact, unit, unit.end - cut).filter(name => !now.has(name));
        deepEqual(lost, [], `after ${JSON.stringify(text.slice(unit.start, cut))}`);
        const rest = text.slice(unit.start, cut);
        ok(seen.errors > intact.errors || isWhole(rest), `nothing is said after ${JSON.stringify(rest)}`);
      }
    }
  });
}
