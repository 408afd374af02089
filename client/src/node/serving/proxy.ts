// Stands between browsers and a runtime that serves a component: keeps the address over restarts and tells of each request.
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface RequestProxy {
  readonly port: number;
  /** The port that requests go to from now on; those that came before the first one have waited. */
  forwardTo(port: number): void;
  close(): void;
}

export interface RequestLog {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Absent where the browser went away before there was an answer. */
  readonly status?: number;
  readonly ms: number;
}

export class PortInUse extends Error {
  override readonly name: string = "PortInUse";
}

const HOST = "127.0.0.1";

/** Listens at a port of this machine, for itself only; 0 lets the system choose. Rejects with PortInUse where another program has it. */
export async function startProxy(port: number, onRequest: (log: RequestLog) => void): Promise<RequestProxy> {
  const upstream = new Upstream();
  const server = createServer((incoming, outgoing) => {
    const start = performance.now();
    const { method = "", url: path = "" } = incoming;
    outgoing.on("close", () => {
      const status = outgoing.headersSent ? { status: outgoing.statusCode } : {};
      onRequest({ method, path, ms: performance.now() - start, ...status });
    });
    void upstream.port().then(target => pass(incoming, outgoing, target));
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    forwardTo: target => upstream.set(target),
    close: () => {
      upstream.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Target {
  readonly port: number;
  readonly agent: Agent;
}

/** Where requests go; a promise before that is known. Each target has connections of its own: those to one that ended are of no use. */
class Upstream {
  private current: Target | undefined;
  private waiting: ((target: Target) => void)[] = [];

  port(): Promise<Target> {
    return new Promise(resolve => {
      if (this.current === undefined) this.waiting.push(resolve);
      else resolve(this.current);
    });
  }

  set(port: number): void {
    this.close();
    this.current = { port, agent: new Agent({ keepAlive: true }) };
    for (const resolve of this.waiting.splice(0)) resolve(this.current);
  }

  close(): void {
    this.current?.agent.destroy();
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" || error.code === "EACCES"
          ? new PortInUse(`Port ${port} is in use by another program, or can't be had.`)
          : error,
      ),
    );
    server.listen(port, HOST, resolve);
  });
}

/** Bodies flow both ways as they come, none is kept. */
function pass(incoming: IncomingMessage, outgoing: ServerResponse, { port, agent }: Target): void {
  if (outgoing.destroyed) return;
  const { method, url: path, rawHeaders } = incoming;
  const forwarded = request({ host: HOST, port, agent, method, path, headers: rawHeaders, setHost: false });
  forwarded.on("response", answer => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
    answer.on("error", () => outgoing.destroy());
    answer.pipe(outgoing);
  });
  forwarded.on("error", error => {
    if (outgoing.headersSent) outgoing.destroy();
    else
      outgoing
        .writeHead(502, { "content-type": "text/plain; charset=utf-8" })
        .end(`The component gave no answer: ${error.message}. The output "WIT Run" may tell why.\n`);
  });
  outgoing.on("close", () => forwarded.destroy());
  incoming.pipe(forwarded);
}
