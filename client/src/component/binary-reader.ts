// Reads the elements of WebAssembly's binary format one after the other.

export class BinaryReader {
  private readonly bytes: Uint8Array;
  private at: number;
  private readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  byte(): number {
    const value = this.at < this.end ? this.bytes[this.at] : undefined;
    if (value === undefined) throw new Error(`the component ends too early (at byte ${this.at})`);
    this.at++;
    return value;
  }

  peek(): number {
    return this.bytes[this.at] ?? -1;
  }

  /** An unsigned number of up to 32 bits (LEB128); also one of s33 that is not negative. */
  u32(): number {
    let [result, shift] = [0, 0];
    for (;;) {
      const byte = this.byte();
      result += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return result;
      shift += 7;
      if (shift > 35) throw new Error("a number in the component is too long");
    }
  }

  name(): string {
    const length = this.u32();
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return text;
  }

  vector<Item>(read: () => Item): Item[] {
    return Array.from({ length: this.u32() }, read);
  }

  optional<Item>(read: () => Item): Item | undefined {
    return this.byte() === 0 ? undefined : read();
  }

  /** A reader for the next `length` bytes, which this one skips. */
  part(length: number): BinaryReader {
    const part = new BinaryReader(this.bytes, this.at, this.at + length);
    this.at += length;
    return part;
  }

  /** A reader for what is left, which leaves this one where it is. */
  again(): BinaryReader {
    return new BinaryReader(this.bytes, this.at, this.end);
  }

  skip(length: number): void {
    this.at += length;
  }
}
