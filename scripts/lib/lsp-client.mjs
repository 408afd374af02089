// A language client as small as measuring needs: starts a server over stdio, sends, and waits for what comes back.
import { spawn } from "node:child_process";

/** Starts `command` with its arguments; `close` ends it. `settings` are what it gets when it asks for any. */
export function startClient(command, args, settings = null) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"] });
  const state = { child, buffer: Buffer.alloc(0), nextId: 1, pending: new Map(), waiting: [], settings };
  child.stdout.on("data", chunk => receive(state, chunk));
  child.on("exit", () => {
    for (const reject of [...state.pending.values(), ...state.waiting].map(entry => entry.reject))
      reject(new Error(`${command} ended`));
  });
  child.stdin.on("error", () => {});
  return {
    pid: child.pid,
    request: (method, params) => request(state, method, params),
    notify: (method, params) => send(state, { method, params }),
    /** Resolves with the parameters of the first notification for which `matches(method, params)` is true. */
    next: matches => new Promise((resolve, reject) => state.waiting.push({ matches, resolve, reject })),
    close: () => child.kill(),
  };
}

function send({ child }, message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  child.stdin.write(body);
}

function request(state, method, params) {
  const id = state.nextId++;
  return new Promise((resolve, reject) => {
    state.pending.set(id, { resolve, reject });
    send(state, { id, method, params });
  });
}

function receive(state, chunk) {
  state.buffer = Buffer.concat([state.buffer, chunk]);
  for (;;) {
    const head = state.buffer.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/Content-Length: *(\d+)/i.exec(state.buffer.subarray(0, head).toString())?.[1]);
    if (state.buffer.length < head + 4 + length) return;
    const message = JSON.parse(state.buffer.subarray(head + 4, head + 4 + length).toString());
    state.buffer = state.buffer.subarray(head + 4 + length);
    take(state, message);
  }
}

function take(state, message) {
  if (message.id !== undefined && message.method !== undefined) {
    const items = message.params?.items;
    send(state, { id: message.id, result: Array.isArray(items) ? items.map(() => state.settings) : null });
  } else if (message.id !== undefined) {
    const entry = state.pending.get(message.id);
    state.pending.delete(message.id);
    if (message.error) entry?.reject(new Error(message.error.message));
    else entry?.resolve(message.result);
  } else {
    const index = state.waiting.findIndex(entry => entry.matches(message.method, message.params));
    if (index >= 0) state.waiting.splice(index, 1)[0].resolve(message.params);
  }
}
