// Components that are served, by both runtimes: requests, restarts, ends and what goes wrong.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { noGrants } from "../../src/node/run-targets/grants.ts";
import type { Runtime } from "../../src/node/run-targets/run-target.ts";
import { PortInUse, type RequestLog, startProxy } from "../../src/node/serving/proxy.ts";
import { type Serving, type ServingOptions, serve } from "../../src/node/serving/serving.ts";
import { runtimeFor } from "../support.ts";
import { assemble, runner, service } from "../wat-components.ts";

let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), `wit "serving" – ü `));
});

after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

interface Seen {
  readonly requests: RequestLog[];
  readonly news: string[];
  readonly output: string[];
  readonly ends: (string | undefined)[];
}

async function withServing(
  id: Runtime["target"]["id"],
  component: string,
  action: (serving: Serving, seen: Seen) => Promise<void>,
  over: Partial<ServingOptions> = {},
): Promise<void> {
  const seen: Seen = { requests: [], news: [], output: [], ends: [] };
  const serving = await serve({
    runtime: await runtimeFor(id),
    component,
    grants: () => noGrants,
    port: 0,
    onOutput: (_stream, text) => seen.output.push(text),
    onRequest: log => seen.requests.push(log),
    onNews: text => seen.news.push(text),
    onEnd: why => seen.ends.push(why),
    ...over,
  });
  try {
    await action(serving, seen);
  } finally {
    serving.stop();
  }
}

async function write(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

async function get(url: string): Promise<string> {
  const answer = await fetch(url);
  return `${answer.status} ${await answer.text()}`;
}

async function eventually(what: string, is: () => boolean): Promise<void> {
  for (let i = 0; i < 1_200 && !is(); i++) await sleep(25);
  assert.ok(is(), what);
}

for (const id of ["wasmtime", "embedded"] as const) {
  test(`${id}: requests are answered and told, and after the stop nobody answers`, async () => {
    const component = await write(`${id} service.wasm`, await service("Hello from "));
    await withServing(id, component, async (serving, seen) => {
      assert.match(serving.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
      assert.equal(await get(`${serving.url}a?b=c`), "200 Hello from /a?b=c");
      const many = await Promise.all(Array.from({ length: 8 }, (_, i) => get(`${serving.url}${i}`)));
      assert.deepEqual(
        many,
        Array.from({ length: 8 }, (_, i) => `200 Hello from /${i}`),
      );
      await eventually("nine requests", () => seen.requests.length === 9);
      const [{ ms, ...first }] = seen.requests as [RequestLog];
      assert.deepEqual(first, { method: "GET", path: "/a?b=c", status: 200 });
      assert.ok(ms > 0);
      serving.stop();
      await assert.rejects(fetch(serving.url));
      assert.deepEqual(seen.ends, [undefined]);
    });
  });

  test(`${id}: a component that is no service is told of`, async () => {
    const component = await write(`${id} none.wasm`, await assemble(runner("i32.const 0")));
    await assert.rejects(
      withServing(id, component, () => Promise.resolve()),
      /has no wasi:http\/incoming-handler, so there is nothing to serve/,
    );
  });
}

const OTHERS = {
  wasmtime:
    /exports wasi:http\/handler@0\.9\.0, but this version of Wasmtime looks for wasi:http\/incoming-handler@0\.2\.\d+\./,
  embedded: /exports wasi:http\/handler@0\.9\.0, and the embedded runtime has WASI 0\.2 alone/,
};

for (const [id, told] of Object.entries(OTHERS) as [keyof typeof OTHERS, RegExp][]) {
  test(`${id}: a service of another WASI is told of`, async () => {
    const other = await assemble(runner("i32.const 0", { run: "wasi:http/handler@0.9.0" }));
    const component = await write(`${id} other.wasm`, other);
    await assert.rejects(
      withServing(id, component, () => Promise.resolve()),
      told,
    );
  });
}

test("a component built again is served at the same address; one that can't be served does not take its place", async () => {
  const component = await write("again.wasm", await service("first "));
  await withServing("wasmtime", component, async ({ url }, seen) => {
    assert.equal(await get(url), "200 first /");
    await write("again.wasm", await service("second "));
    await eventually("news of the change", () => seen.news.length === 1);
    assert.match(seen.news[0]!, /is served anew/);
    assert.equal(await get(url), "200 second /");
    await write("again.wasm", await assemble(runner("i32.const 0")));
    await eventually("news of the failure", () => seen.news.length === 2);
    assert.match(seen.news[1]!, /can't be served; the one before still is\. The component has no wasi:http/);
    assert.equal(await get(url), "200 second /");
    assert.deepEqual(seen.ends, []);
  });
});

test("a trap is the answer 500, and the next request is answered", async () => {
  const component = await write("trap.wasm", await service("x"));
  await withServing("wasmtime", component, async ({ url }, seen) => {
    assert.match(await get(`${url}trap`), /^500 /);
    assert.equal(await get(url), "200 x/");
    await eventually("the trap in the output", () => seen.output.join("").includes("wasm trap"));
  });
});

test("two components are served at once", async () => {
  const [a, b] = [await write("a.wasm", await service("a")), await write("b.wasm", await service("b"))];
  await withServing("wasmtime", a, first =>
    withServing("wasmtime", b, async second => {
      assert.notEqual(first.port, second.port);
      assert.deepEqual([await get(first.url), await get(second.url)], ["200 a/", "200 b/"]);
    }),
  );
});

test("a port that another program has is told of before anything is started", async () => {
  const other = createTcpServer();
  await new Promise<void>(resolve => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const component = await write("port.wasm", await service("x"));
    const started = withServing("wasmtime", component, () => Promise.resolve(), { port });
    await assert.rejects(started, (error: Error) => error instanceof PortInUse && error.message.includes(`${port}`));
  } finally {
    other.close();
  }
});

test("a start that is cancelled, at whatever moment, leaves nothing behind", async () => {
  const component = await write("cancelled.wasm", await service("x"));
  for (let turns = 0; turns < 24; turns++) {
    const controller = new AbortController();
    let isServed = false;
    const action = async (): Promise<void> => {
      isServed = true;
    };
    const started = withServing("wasmtime", component, action, { signal: controller.signal });
    for (let turn = 0; turn < turns && !isServed; turn++) await new Promise(resolve => setImmediate(resolve));
    // Where turns are long it may be up before all of them are over.
    if (isServed) return started;
    controller.abort();
    await assert.rejects(started, /stopped on request/, `cancelled after ${turns} turns`);
  }
});

test("bodies pass through as they come, both ways, and a browser that goes away ends the request", async () => {
  let ended = 0;
  const echo = createServer((incoming, outgoing) => {
    outgoing.on("close", () => ended++);
    if (incoming.url === "/never") return;
    outgoing.writeHead(201, { "X-Name": "grün", "set-cookie": ["a=1", "b=2"] });
    incoming.pipe(outgoing);
  });
  await new Promise<void>(resolve => echo.listen(0, "127.0.0.1", resolve));
  const logs: RequestLog[] = [];
  const proxy = await startProxy(0, log => logs.push(log));
  const url = `http://127.0.0.1:${proxy.port}`;
  try {
    const early = fetch(`${url}/early`, { method: "PUT", body: "waited" });
    await sleep(50);
    proxy.forwardTo((echo.address() as AddressInfo).port);
    assert.equal(await (await early).text(), "waited");
    const body = "x".repeat(5_000_000);
    const answer = await fetch(`${url}/big`, { method: "POST", body });
    assert.equal(answer.status, 201);
    assert.deepEqual(answer.headers.getSetCookie(), ["a=1", "b=2"]);
    assert.ok((await answer.text()) === body);
    const controller = new AbortController();
    const never = fetch(`${url}/never`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    await assert.rejects(never);
    await eventually("the end of the request", () => ended === 3 && logs.length === 3);
    assert.deepEqual(
      logs.map(({ path, status }) => `${path} ${status}`),
      ["/early 201", "/big 201", "/never undefined"],
    );
    echo.closeAllConnections();
    await new Promise(resolve => echo.close(resolve));
    assert.match(await get(`${url}/gone`), /^502 The component gave no answer: .*ECONNREFUSED/);
  } finally {
    proxy.close();
    echo.close();
  }
});
