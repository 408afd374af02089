// A place in WAVE text that is being read, and what a reader of it wants to know besides the values.
import { type Token, WaveError } from "./tokens.ts";
import type { HandleType, Named, WitType } from "./wit-type.ts";

/** What may stand at a place of the text. */
export type Expected =
  | { readonly kind: "value"; readonly type: WitType }
  | { readonly kind: "field"; readonly fields: readonly Named[] }
  | { readonly kind: "flag"; readonly names: readonly string[] };

export interface Reading {
  /** The value that a handle's name (`canvas#1`) stands for; throws an Error for people when it stands for none of the type. */
  readonly handle?: (name: string, type: HandleType) => unknown;
  /** Told what may stand at the end of the text. */
  readonly expected?: (what: Expected) => void;
}

/** Goes through the tokens of a text. */
export class Cursor {
  private index = 0;
  private readonly tokens: readonly Token[];
  readonly reading: Reading;

  constructor(tokens: readonly Token[], reading: Reading) {
    this.tokens = tokens;
    this.reading = reading;
  }

  /** Tells what may stand here, if this is the end of the text. */
  expect(what: Expected): void {
    if (this.peek().kind === "end") this.reading.expected?.(what);
  }

  /** Whether a value may begin here: at the start of the text or after a comma. */
  get mayBegin(): boolean {
    return this.index === 0 || this.tokens[this.index - 1]?.text === ",";
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    this.index++;
    return token;
  }

  /** Whether the mark comes next; if so it is taken. */
  skip(mark: string): boolean {
    const found = this.peek().kind === "mark" && this.peek().text === mark;
    if (found) this.index++;
    return found;
  }

  take(mark: string, expected = mark): void {
    if (!this.skip(mark)) throw this.error(`${expected} is expected`);
  }

  error(message: string): WaveError {
    return new WaveError(message, this.peek().at);
  }
}
