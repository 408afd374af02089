// Messages to standard output, each in one write: a client that waits for diagnostics is woken once, and at once.
import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver/node";

/** A writer whose promises resolve when a message was handed on, and reject where the client is gone. */
export function standardOutputWriter(): MessageWriter {
  return new StandardOutputWriter();
}

class StandardOutputWriter extends AbstractMessageWriter implements MessageWriter {
  #errors = 0;

  constructor() {
    super();
    process.stdout.on("error", error => this.fireError(error, undefined, ++this.#errors));
    process.stdout.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      const text = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      process.stdout.write(text, error => (error ? reject(error) : resolve()));
    });
  }

  end(): void {}
}
