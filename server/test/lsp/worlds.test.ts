// `wit/worlds` over the wire: which worlds there are for a document, a folder, the workspace.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import type { ResolveAnswer, WorldInfo, WorldsParams } from "../../src/lsp/protocol.ts";
import { type Wire, withServer } from "../support/wire.ts";

const files = {
  "one/wit/a.wit": `package demo:kit@0.1.0;
interface shapes {
  record point { x: f32, y: f32 }
  resource canvas { draw: func(at: point); }
  area: func(a: point) -> f32;
}
world kit {
  import demo:log/log;
  export shapes;
  export greet: func(name: string) -> string;
}
`,
  "one/wit/deps/log/log.wit": "package demo:log;\ninterface log { say: func(text: string); }\nworld unseen {}\n",
  "two/b.wit": "package demo:two;\nworld second {}\n",
};

function ask(wire: Wire, params: WorldsParams): Promise<readonly WorldInfo[]> {
  return wire.connection.sendRequest("wit/worlds", params);
}

test("worlds are given for the workspace, a folder, a document, and a dependency's document", () =>
  withServer(files, async wire => {
    const names = async (params: WorldsParams): Promise<readonly string[]> =>
      (await ask(wire, params)).map(world => world.name);
    deepEqual(await names({}), ["kit", "second"]);
    deepEqual(await names({ uri: wire.uri("one") }), ["kit"]);
    deepEqual(await names({ uri: wire.uri("two/b.wit") }), ["second"]);
    deepEqual(await names({ uri: wire.uri("one/wit/deps/log/log.wit") }), ["kit"]);
    deepEqual(await names({ uri: wire.uri("one/wit/deps") }), ["kit"]);
    deepEqual(await names({ uri: wire.uri("three") }), []);
  }));

test("a world comes with its package, places, imports and exports", () =>
  withServer(files, async wire => {
    const [world] = await ask(wire, { uri: wire.uri("one") });
    deepEqual(
      [world!.package, world!.root, world!.uri],
      ["demo:kit@0.1.0", wire.uri("one/wit"), wire.uri("one/wit/a.wit")],
    );
    deepEqual(world!.nameRange, { start: { line: 6, character: 6 }, end: { line: 6, character: 9 } });
    deepEqual(
      world!.imports.map(item => `${item.kind} ${item.name}: ${item.functions.map(func => func.name)}`),
      ["interface demo:log/log: say"],
    );
    const shapes = world!.exports.find(({ name }) => name === "demo:kit/shapes@0.1.0");
    const greet = world!.exports.find(({ name }) => name === "greet");
    deepEqual(
      shapes!.functions.map(func => func.name),
      ["[method]canvas.draw", "area"],
    );
    deepEqual(greet!.functions[0]!.params, [{ name: "name", type: "string" }]);
    equal(greet!.functions[0]!.result, "string");
  }));

test("a world comes with the words by which tools find it", () =>
  withServer(
    {
      "wit/a.wit":
        "package a:b;\nworld w {}\nworld %include {}\npackage c:%use@1.0.0 { world w {} world %export {} }\n",
    },
    async wire => {
      const worlds = await ask(wire, {});
      deepEqual(worlds.map(({ specifier }) => specifier).sort(), [
        "%include",
        "c:%use/%export@1.0.0",
        "c:%use/w@1.0.0",
        "w",
      ]);
    },
  ));

test("a package is given resolved, with what it depends on, or with how many mistakes it has", () =>
  withServer(
    { ...files, "three/c.wit": "package demo:three;\nworld w { import nope; import nope2; }\n" },
    async wire => {
      const resolve = (name: string): Promise<ResolveAnswer | null> =>
        wire.connection.sendRequest("wit/resolve", { uri: wire.uri(name) });
      const answer = await resolve("one/wit/a.wit");
      ok(answer?.kind === "resolved");
      const { packages, worlds } = answer.resolve as ResolvedNames;
      deepEqual(
        packages.map(({ name }) => name),
        ["demo:log", "demo:kit@0.1.0"],
      );
      deepEqual(
        worlds.map(({ name }) => name),
        ["unseen", "kit"],
      );
      const wrong = await resolve("three");
      ok(wrong?.kind === "wrong");
      equal(wrong.errors, 2);
      match(wrong.first, /nope/);
      equal(wrong.uri, wire.uri("three/c.wit"));
      equal(await resolve("four"), null);
    },
  ));

/** What came into the folder behind the server's back, of which it is told one file alone: it reads the rest by itself. */
for (const asked of ["made", "made/wit", "made/wit/a.wit", undefined]) {
  test(`of a package that is being read, the worlds of ${asked ?? "the workspace"} are told once it is read as a whole`, () =>
    withServer({}, async wire => {
      const uri = asked === undefined ? {} : { uri: wire.uri(asked) };
      deepEqual(await ask(wire, uri), []);
      for (const [name, text] of Object.entries(files)) await wire.write(name.replace("one/", "made/"), text);
      await wire.changedOnDisk("made/wit/a.wit");
      const worlds = await ask(wire, uri);
      deepEqual(
        worlds.flatMap(({ name, imports }) => [name, ...imports.flatMap(each => each.functions.map(f => f.name))]),
        ["kit", "say"],
      );
    }));
}

test("of a folder that is read again, the worlds are those that it has now", () =>
  withServer(files, async wire => {
    await ask(wire, {});
    await wire.write("one/wit/a.wit", "package demo:kit;\nworld kit { import demo:late/late; }\n");
    await wire.write("one/wit/deps/late/late.wit", "package demo:late;\ninterface late { be: func(); }\n");
    const again = wire.connection.sendRequest("wit/readAgain", { uris: [wire.uri("one/wit")] });
    const [world] = await ask(wire, { uri: wire.uri("one") });
    deepEqual(
      world?.imports.flatMap(each => each.functions.map(({ name }) => name)),
      ["be"],
    );
    await again;
  }));

const gated = `package a:b;
interface i { f: func(); @unstable(feature = y) g: func(); @unstable(feature = y) resource r; }
@unstable(feature = z)
interface j {}
world v {}
world w { export i; @unstable(feature = x) include v; }
`;

const ACTIVATED: readonly (readonly [settings: object, features: readonly string[]])[] = [
  [{}, []],
  [{ features: ["unknown", "y", "x"] }, ["x", "y"]],
  [{ allFeatures: true }, ["x", "y", "z"]],
];

for (const [settings, features] of ACTIVATED) {
  test(`with ${JSON.stringify(settings)}, a resolved package tells the features ${features.join(", ") || "that count: none"}`, () =>
    withServer(
      { "wit/a.wit": gated },
      async wire => {
        const answer = await wire.connection.sendRequest<ResolveAnswer>("wit/resolve", { uri: wire.uri("wit") });
        ok(answer.kind === "resolved");
        deepEqual(answer.features, features);
      },
      { settings },
    ));
}

interface ResolvedNames {
  readonly packages: readonly { readonly name: string }[];
  readonly worlds: readonly { readonly name: string }[];
}
