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
    const body = jsonOf(message);
    const length = Buffer.byteLength(body);
    const head = `Content-Length: ${length}\r\n\r\n`;
    const written = this.#out.writableLength === 0 ? writeAtOnce(this.#out.fd, head + body) : 0;
    if (written === head.length + length) return Promise.resolve();
    const rest = Buffer.from(head + body).subarray(written);
    return new Promise((resolve, reject) => this.#out.write(rest, error => (error ? reject(error) : resolve())));
  }

  end(): void {}
}

/**
 * Writes what the pipe takes at once; gives how many bytes that were. A stream does so with more code around it. On Windows
 * it must be left to do it, and it is what tells of a client that is gone.
 */
function writeAtOnce(descriptor: number, text: string): number {
  if (process.platform === "win32") return 0;
  try {
    return writeSync(descriptor, text);
  } catch {
    return 0;
  }
}
