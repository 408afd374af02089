// Measures completion: node scripts/measure-completion.mjs CASES [--sample N] [--seed N] [--verbose] [--list WORD]
//
// CASES is a file of packages with the reference parser's verdicts, one JSON object a line, gzipped or not. Uses of names in packages that are accepted
// are taken away one at a time, and completion is asked there: with nothing typed, and with the first two characters. Is what stood there
// offered, and where in the list? Of the offers, does the package check clean with each? How long does an answer take?
import { parseArgs } from "node:util";
import { analyse, loadCore, problemsIn, readCases } from "./lib/core.mjs";
import { Advice, duration, main, say } from "./lib/log.mjs";

const sources = {
  fileOccurrences: "semantics/symbols.ts",
  completions: "features/completion.ts",
  memberAt: "features/locate.ts",
  "applyEdits, movedOffset": "features/edits/file-edit.ts",
};

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: "string", default: "1500" },
      seed: { type: "string", default: "1" },
      verbose: { type: "boolean", default: false },
      list: { type: "string" },
    },
  });
  const [file] = positionals;
  if (file === undefined) throw new Advice("Say which cases: node scripts/measure-completion.mjs CASES.jsonl.gz");
  const core = await loadCore(sources);
  const random = seeded(Number(values.seed));
  const cases = (await readCases(file)).filter(c => c.verdict === "accept" && c.set !== "mutant");
  const asked = [];
  const perCase = Math.max(1, Math.ceil(Number(values.sample) / cases.length));
  for (const each of cases) asked.push(...measure(core, each, random, perCase));
  if (values.verbose || values.list) for (const m of asked) print(m, values);
  return report(asked);
});

/** A few uses of names of a package, and what completion answers in their place. */
function measure(core, each, random, count) {
  const cache = core.newAnalysisCache();
  const root = analyse(core, each, each.files, cache);
  // What needs packages in binary form, which are not read here, is left out.
  if (problemsIn(core, root).some(({ problem }) => problem.severity === "error")) return [];
  const uses = root.root.main.flatMap(file => usesIn(core, root, file));
  return picked(uses, count, random).map(use => {
    const nothing = ask(core, each, cache, use, 0);
    const two = ask(core, each, cache, use, 2);
    return { each, use, nothing, two, unclean: unclean(core, each, cache, use, nothing, random) };
  });
}

/** Uses of types, interfaces, worlds, versions and features. A path is taken away whole, its package and version with it. */
function usesIn(core, root, file) {
  const { text } = file.source;
  const names = core.fileOccurrences(root, file).flatMap(({ start, end, kind, role }) => {
    if (role !== "reference" || kind === "package") return [];
    const before = /[\w%:-]+(?:\/[\w%-]*)?$/.exec(text.slice(Math.max(0, start - 200), start));
    const behind = /^@[\w.+-]*[\w+-]/.exec(text.slice(end, end + 80));
    return [{ file, kind, start: start - (before?.[0].length ?? 0), end: end + (behind?.[0].length ?? 0) }];
  });
  const gates = [...text.matchAll(/(@(?:since|deprecated)\(version = |@unstable\(feature = )([\w.+-]+)\)/g)].flatMap(
    m => {
      const start = m.index + m[1].length;
      const kind = m[1].includes("feature") ? "feature" : "version";
      // What no other gate names, nor the package, is not known without it.
      const known = root.packages.some(({ package: { key } }) => key.endsWith(`@${m[2]}`)) && kind === "version";
      const again = text.split(m[1] + m[2]).length > 2;
      return known || again ? [{ file, kind, start, end: start + m[2].length }] : [];
    },
  );
  return [...names, ...gates];
}

function ask(core, each, cache, { file, start, end }, letters) {
  const { text, uri } = file.source;
  const name = text.slice(start, end);
  const without = text.slice(0, start) + name.slice(0, letters) + text.slice(end);
  const root = analyse(core, each, { ...each.files, [uri]: without }, cache);
  const now = root.root.main.find(f => f.source.uri === uri);
  const offset = start + Math.min(letters, name.length);
  const before = performance.now();
  const { items } = core.completions(root, now, offset, [root]);
  const took = performance.now() - before;
  const place = items.findIndex(({ insert }) => sameName(insert, name));
  return { items, place, took, without };
}

/** Whether an offer writes the name, with whatever ends it. */
function sameName(insert, name) {
  const bare = name.replaceAll("%", "");
  const offered = insert.replaceAll("%", "");
  return offered.startsWith(bare) && /^(?:[;]|\.\{\};| as )?$/.test(offered.slice(bare.length));
}

/** Offers that leave an error in the item they are put into, or a clash elsewhere. What leaves a hole for more is left out. */
function unclean(core, each, cache, { file: { source } }, { items, without }, random) {
  const { uri } = source;
  const whole = items.filter(i => i.kind !== "keyword" && i.cursor === undefined && !i.missingDependency);
  return picked(whole, 4, random).flatMap(({ label, insert, span, edits = [] }) => {
    const all = [{ ...span, insert }, ...edits];
    const after = analyse(core, each, { ...each.files, [uri]: core.applyEdits(without, all) }, cache);
    const now = after.root.main.find(f => f.source.uri === uri);
    const places = all.map(edit => core.memberAt(now, core.movedOffset(edit.start, all)));
    // Other items may need what stood here.
    const blamed = problemsIn(core, after).filter(({ file, problem }) => {
      const member = file === now ? core.memberAt(file, problem.start) : undefined;
      const here = member !== undefined && places.some(place => place?.start === member.start);
      return problem.severity === "error" && (here || /^(duplicate-|name-clash|type-cycle)/.test(problem.code));
    });
    return blamed.length > 0 ? [{ label, problems: blamed.map(p => p.problem) }] : [];
  });
}

function picked(list, count, random) {
  const rest = [...list];
  const found = [];
  while (found.length < count && rest.length > 0) found.push(...rest.splice(random(rest.length), 1));
  return found;
}

function seeded(seed) {
  let state = seed >>> 0;
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

function print({ each, use, nothing, two, unclean }, { list }) {
  const { text, uri } = use.file.source;
  const name = text.slice(use.start, use.end);
  const bad = nothing.place < 0 || nothing.place >= 20 || two.place < 0 || two.place >= 5;
  if (list ? !name.includes(list) : !bad && unclean.length === 0) return;
  const line = text.slice(text.lastIndexOf("\n", use.start - 1) + 1, use.start);
  say(
    `${each.id} ${uri}: ${line}⟨${name}⟩ ${use.kind}: ${nothing.place} of ${nothing.items.length}, ${two.place} of ${two.items.length}`,
  );
  if (two.place >= 5 || list)
    say(
      `    ${two.items
        .slice(0, 8)
        .map(i => i.label)
        .join(", ")}`,
    );
  for (const { label, problems } of unclean)
    say(`    ${label} brings ${problems.map(p => `${p.code}: ${p.message}`).join(" | ")}`);
}

function report(asked) {
  const share = test => {
    const n = asked.filter(test).length;
    return `${n} of ${asked.length} (${((100 * n) / asked.length).toFixed(1)}%)`;
  };
  say(`what stood there is offered: ${share(m => m.nothing.place >= 0)}`);
  say(`among the first 20, with nothing typed: ${share(m => m.nothing.place >= 0 && m.nothing.place < 20)}`);
  say(`among the first 5, after two characters: ${share(m => m.two.place >= 0 && m.two.place < 5)}`);
  say(`some offer brings an error in: ${share(m => m.unclean.length > 0)}`);
  const times = asked.flatMap(m => [m.nothing.took, m.two.took]).sort((a, b) => a - b);
  say(
    `time of an answer: half within ${ms(times, 0.5)}, 95% within ${ms(times, 0.95)}, all within ${duration(times.at(-1) ?? 0)}`,
  );
  return asked.every(m => m.nothing.place >= 0) ? 0 : 1;
}

function ms(times, share) {
  return `${(times[Math.floor(times.length * share)] ?? 0).toFixed(2)} ms`;
}
