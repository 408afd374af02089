// Texts that nobody writes and an editor must survive: many things, chains of them, many mistakes.
//
// Each row: how many there are, what the reference parser says, and at most so many milliseconds of processor time for
// everything and for the longest single thing, and so many megabytes: some five times what a quiet machine takes.
import { header, inside, times } from "./make.ts";
import type { Table } from "./row.ts";
import { text } from "./trial.ts";

/** Many of one thing. */
export const manyTexts: Table = {
  "functions in one interface": text(50_000, "accepts", 25000, 8750, 1600, n =>
    inside(times(n, i => `fn${i}: func(a: u8) -> list<u8>;`)),
  ),
  "types in one interface": text(5_000, "accepts", 6500, 2000, 400, n =>
    inside(times(n, i => `record r${i} { a: u8, b: string }`)),
  ),
  interfaces: text(3_000, "accepts", 5500, 1750, 400, n => header + times(n, i => `interface i${i} { f: func(); }`)),
  "imports of one world": text(
    4_000,
    "accepts",
    4500,
    1500,
    400,
    n => `${header}interface i {}\nworld w { ${times(n, i => `import fn${i}: func();`)} }`,
  ),
  "interfaces in one world": text(
    1_000,
    "accepts",
    5000,
    1000,
    400,
    n => `${header}world w { ${times(n, i => `import i${i}: interface { type t = u8; f: func() -> t; }`)} }`,
  ),
  resources: text(1_000, "accepts", 5500, 1250, 400, n =>
    inside(times(n, i => `resource r${i} { constructor(); f: func(); g: static func() -> r${i}; }`)),
  ),
  parameters: text(5_000, "accepts", 3500, 1000, 400, n => inside(`f: func(${times(n, i => `a${i}: u8`, ", ")});`)),
  cases: text(5_000, "accepts", 4500, 1000, 400, n =>
    inside(`variant v { ${times(n, i => `a${i}(u8)`, ", ")} }\nf: func() -> v;`),
  ),
  flags: text(5_000, "rejects", 3000, 1000, 400, n => inside(`flags v { ${times(n, i => `a${i}`, ", ")} }`)),
  "types in one tuple": text(10_000, "accepts", 3000, 750, 400, n =>
    inside(`type t = tuple<${"u8, ".repeat(n)}u8>;\nf: func(a: t) -> t;`),
  ),
  "names used at the top of a file": text(
    3_000,
    "accepts",
    5000,
    1750,
    400,
    n =>
      `${header}interface j {}\n${times(n, i => `use j as n${i};`)}\nworld w { ${times(n, i => `import k${i}: n${i};`)} }`,
  ),
  "names in one use": text(
    3_000,
    "accepts",
    4500,
    1250,
    400,
    n =>
      `${header}interface j { ${times(n, i => `type t${i} = u8;`)} }\ninterface k { use j.{${times(n, i => `t${i}`, ", ")}}; }`,
  ),
  features: text(2_000, "accepts", 3000, 1250, 400, n =>
    inside(times(n, i => `@unstable(feature = x${i}) fn${i}: func();`)),
  ),
};

/** Many things, each of which is about another. */
export const chainedTexts: Table = {
  "aliases, each of the next": text(5_000, "accepts", 5000, 1500, 400, n =>
    inside(`${times(n, i => `type t${i} = t${i + 1};`)}\ntype t${n} = u8; f: func() -> t0;`),
  ),
  "aliases in a circle": text(5_000, "rejects", 4000, 1500, 400, n =>
    inside(`${times(n, i => `type t${i} = t${i + 1};`)}\ntype t${n} = t0;`),
  ),
  "records, each in the next": text(5_000, "accepts", 6000, 1750, 400, n =>
    inside(`type t0 = u8;\n${times(n, i => `record t${i + 1} { a: t${i} }`)}\nf: func() -> t${n};`),
  ),
  "records above a borrow": text(3_000, "rejects", 3500, 1250, 400, n =>
    inside(`resource r;\ntype t0 = borrow<r>;\n${times(n, i => `record t${i + 1} { a: t${i} }`)}\nf: func() -> t${n};`),
  ),
  "doublings of a tuple": text(60, "accepts", 500, 250, 400, n =>
    inside(`type t0 = u8;\n${times(n, i => `type t${i + 1} = tuple<t${i}, t${i}>;`)}\nf: func(a: t${n}) -> t${n};`),
  ),
  "doublings of a record": text(60, "accepts", 1000, 250, 400, n =>
    inside(
      `resource r;\ntype t0 = r;\n${times(n, i => `record t${i + 1} { a: t${i}, b: option<t${i}> }`)}\nf: func(a: t${n}) -> list<t${n}>;`,
    ),
  ),
  "multiplications of a list of a set length": text(20, "accepts", 500, 250, 400, n =>
    inside(`type t0 = u8;\n${times(n, i => `type t${i + 1} = list<t${i}, 4294967295>;`)}\nf: func(a: t${n}) -> t${n};`),
  ),
  "interfaces, each using the next": text(
    1_000,
    "accepts",
    3500,
    1250,
    400,
    n =>
      `${header}${times(n, i => `interface i${i} { use i${i + 1}.{t}; }`)}\ninterface i${n} { type t = u8; }\nworld w { import i0; export i0; }`,
  ),
  "interfaces in a circle": text(
    1_000,
    "rejects",
    2500,
    1000,
    400,
    n => `${header}${times(n, i => `interface i${i} { use i${(i + 1) % n}.{t}; }`)}`,
  ),
  "interfaces that use twice what uses twice": text(
    100,
    "accepts",
    1000,
    500,
    400,
    n =>
      `${header}interface i0 { type t = u8; }\n${times(n, i => `interface i${i + 1} { use i${i}.{t}; use i${i}.{t as u}; f: func(a: t, b: u); }`)}\nworld w { import i${n}; export i${n}; }`,
  ),
  "worlds that import what uses 200 others": text(
    500,
    "accepts",
    4500,
    1750,
    500,
    n =>
      `${header}${times(200, i => `interface i${i} { use i${i + 1}.{t}; }`)}\ninterface i${200} { type t = u8; }\n${times(n, i => `world w${i} { import i0; }`)}`,
  ),
  "worlds, each including the one before twice": text(
    2_000,
    "accepts",
    7000,
    1750,
    400,
    n =>
      `${header}interface i {}\nworld w0 { import i; }\n${times(n, i => `world w${i + 1} { include w${i}; include w${i}; }`)}`,
  ),
  "worlds, each with the one before and one import more": text(
    2_000,
    "accepts",
    15500,
    4000,
    1400,
    n => `${header}world w0 {}\n${times(n, i => `world w${i + 1} { include w${i}; import fn${i}: func(); }`)}`,
  ),
  "worlds that rename what is not there": text(
    1_000,
    "rejects",
    15500,
    5750,
    400,
    n =>
      `${header}world w0 {}\n${times(n, i => `world w${i + 1} { include w${i} with { a as b } include w${i} with { c as d } }`)}`,
  ),
  "worlds in a circle, with new names": text(
    1_000,
    "rejects",
    4000,
    1250,
    400,
    n => `${header}${times(n, i => `world w${i} { include w${(i + 1) % n} with { a as b } import a: func(); }`)}`,
  ),
  "imports that double from world to world": text(
    1_000,
    "accepts",
    2000,
    500,
    400,
    n => `${header}world w0 { import a: func(); }\n${times(Math.floor(Math.log2(n)), doubled)}`,
  ),
  "new names in one include": text(
    2_000,
    "accepts",
    4500,
    1250,
    400,
    n =>
      `${header}world w0 { ${times(n, i => `import a${i}: func();`)} }\nworld w1 { include w0 with { ${times(n, i => `a${i} as b${i}`, ", ")} } }`,
  ),
  "package blocks, each using the next": text(
    500,
    "accepts",
    4000,
    1000,
    400,
    n =>
      `${header}${times(n, i => `package p:p${i} { interface i { use p:p${i + 1}/i.{t}; } }`)}\npackage p:p${n} { interface i { type t = u8; } }`,
  ),
  "package blocks in a circle": text(
    500,
    "rejects",
    4500,
    1000,
    400,
    n => `${header}${times(n, i => `package p:p${i} { interface i { use p:p${(i + 1) % n}/i.{t}; } }`)}`,
  ),
  "interfaces that name one of another package": text(
    3_000,
    "accepts",
    7500,
    2000,
    400,
    n =>
      `${header}package c:d { interface e { type t = u8; } }\n${times(n, i => `interface i${i} { use c:d/e.{t}; }`)}`,
  ),
};

/** Many mistakes. */
export const brokenTexts: Table = {
  "fields of one name": text(5_000, "rejects", 6500, 1250, 400, n => inside(`record r { ${"a: u8, ".repeat(n)} }`)),
  "types of one name": text(5_000, "rejects", 4000, 500, 400, n => inside("type t = u8;\n".repeat(n))),
  "interfaces with two functions of one name": text(
    1_500,
    "rejects",
    4500,
    1250,
    400,
    n => header + times(n, i => `interface i${i} { f: func(); f: func(); }`),
  ),
  "interfaces of one name": text(
    2_000,
    "rejects",
    2500,
    500,
    400,
    n => header + "interface i { f: func(); }\n".repeat(n),
  ),
  "packages of one name": text(
    1_000,
    "rejects",
    5000,
    1000,
    500,
    n => header + "package c:d { interface i {} }\n".repeat(n),
  ),
  "names that are nowhere": text(5_000, "rejects", 6500, 2000, 400, n =>
    inside(times(n, i => `fn${i}: func(a: nope${i});`)),
  ),
  "uses of what is missing": text(2_000, "rejects", 4500, 1250, 400, n =>
    inside(times(n, i => `use c:d${i}/e.{fn${i}};`)),
  ),
  "versions of what is missing": text(2_000, "rejects", 5500, 1500, 400, n =>
    inside(times(n, i => `use c:d/e@1.0.${i}.{t as t${i}};`)),
  ),
  "uses of an interface that is missing": text(2_000, "rejects", 7000, 4000, 400, n =>
    inside(times(n, i => `use e${i}.{t as t${i}};`)),
  ),
  "setters without getters": text(3_000, "rejects", 4000, 1500, 400, n => inside(times(n, i => `x${i}: set(a: u8);`))),
  "circles of two types": text(1_500, "rejects", 4000, 1500, 400, n =>
    inside(times(n, i => `record a${i} { b: b${i} } record b${i} { a: a${i} }`)),
  ),
  mistakes: text(3_000, "rejects", 3500, 2000, 400, n => inside("f: func(;\n".repeat(n))),
  "mistakes in one item": text(3_000, "rejects", 1000, 500, 400, n =>
    inside(`record r { ${times(n, i => `a${i}: list<,`)} }`),
  ),
  "types behind one mistake": text(3_000, "rejects", 4000, 1250, 400, n =>
    inside(`f: func(\n${times(n, i => `record r${i} { a: u8 }`)}`),
  ),
};

/** World `i + 1` includes world `i` twice, with all of its names made new each time. */
function doubled(i: number): string {
  const names = namesOf(i);
  const renamed = (prefix: string): string => names.map(name => `${name} as ${prefix}${name}`).join(", ");
  return `world w${i + 1} { include w${i} with { ${renamed("l")} } include w${i} with { ${renamed("r")} } }`;
}

function namesOf(i: number): readonly string[] {
  return i === 0 ? ["a"] : namesOf(i - 1).flatMap(name => [`l${name}`, `r${name}`]);
}
