// Packages to measure with: valid, generated, of any size.

/** A package of `count` interfaces; each uses the one before (`chain`), or all use a record of the first (`fan`). */
export function generatedPackage(count, shape) {
  const lines = ["package bench:generated@1.0.0;", ""];
  if (shape === "fan")
    lines.push("interface base {", "  record shared {", "    a: u32,", "    b: string,", "  }", "}", "");
  for (let i = 0; i < count; i++) lines.push(...generatedInterface(i, shape));
  lines.push("world all {");
  for (let i = 0; i < count; i += 10) lines.push(`  import part-${i};`);
  return `${[...lines, "}"].join("\n")}\n`;
}

/** The files of one package: `count` of them, of which all use a type of the first. */
export function generatedFiles(count) {
  const first = ["package bench:files@1.0.0;", "interface base {", "  record shared { a: u32 }", "}", ""].join("\n");
  const others = Array.from({ length: count - 1 }, (_, i) => ({
    name: `part-${i}.wit`,
    text: [
      `interface part-${i} {`,
      "  use base.{shared};",
      `  record item-${i} { a: u32, b: shared }`,
      "  resource handle { constructor(init: shared); load: func(key: string) -> option<shared>; }",
      `  run: func(p: list<shared>) -> item-${i};`,
      "}",
      "",
    ].join("\n"),
  }));
  return [{ name: "base.wit", text: first }, ...others];
}

function generatedInterface(i, shape) {
  const used = shape === "fan" ? "shared" : i > 0 ? `item-${i - 1}` : "u8";
  const use =
    shape === "fan" ? ["  use base.{shared};"] : i > 0 ? [`  use part-${i - 1}.{item-${i - 1}, fault-${i - 1}};`] : [];
  return [
    `/// Part number ${i}.`,
    `interface part-${i} {`,
    ...use,
    "  /// What it is about.",
    `  record item-${i} {`,
    "    a: u32,",
    "    b: string,",
    "    c: list<u8>,",
    "    d: option<tuple<u64, f64>>,",
    "  }",
    `  variant fault-${i} {`,
    "    none,",
    "    code(u32),",
    "    text(string),",
    "  }",
    `  flags rights-${i} { read, write, exec }`,
    `  enum color-${i} { red, green, blue }`,
    `  type items-${i} = list<item-${i}>;`,
    `  resource handle-${i} {`,
    `    constructor(init: item-${i});`,
    `    load: func(key: string) -> result<item-${i}, fault-${i}>;`,
    `    make: static func() -> handle-${i};`,
    "  }",
    `  run: func(p: ${used}, h: borrow<handle-${i}>) -> result<items-${i}, fault-${i}>;`,
    "}",
    "",
  ];
}
