// Messages to standard output, each in one write: a client that waits for diagnostics is woken once, and at once.
import { writeSync } from "node:fs";
import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver/node";
import { jsonOf } from "../lsp/kept-json.ts";

/** A writer whose promises resolve when a message was handed on, and reject where the client is gone. */
export function standardOutputWriter(): MessageWriter {
  return new StandardOutputWriter();
}

class StandardOutputWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #out = process.stdout;
  #errors = 0;

  constructor() {
    super();
    this.#out.on("error", error => this.fireError(error, undefined, ++this.#errors));
    this.#out.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const bytes = framed(jsonOf(message));
    const rest = this.#out.writableLength === 0 ? bytes.subarray(writeAtOnce(this.#out.fd, bytes)) : bytes;
    if (rest.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => this.#out.write(rest, error => (error ? reject(error) : resolve())));
  }

  end(): void {}
}

function framed(body: string): Buffer {
  const length = Buffer.byteLength(body);
  const head = `Content-Length: ${length}\r\n\r\n`;
  const bytes = Buffer.allocUnsafe(head.length + length);
  bytes.write(head);
  bytes.write(body, head.length);
  return bytes;
}

/**
 * Writes what the pipe takes at once; gives how many bytes that were. A stream does so with more code around it. On Windows
 * it must be left to do it, and it is what tells of a client that is gone.
 */
function writeAtOnce(descriptor: number, bytes: Uint8Array): number {
  if (process.platform === "win32") return 0;
  try {
    return writeSync(descriptor, bytes);
  } catch {
    return 0;
  }
}
