// `wit/worlds` over the wire: which worlds there are for a document, a folder, the workspace.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { WorldInfo, WorldsParams } from "../../src/lsp/protocol.ts";
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
