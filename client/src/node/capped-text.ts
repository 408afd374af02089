// Keeps the beginning and the end of a text of any length, so that a program that prints for ever costs bounded memory.

/** Collects text up to `cap` UTF-16 units: the first half is kept as it came, after that only the newest half. */
export class CappedText {
  private head = "";
  private tail = "";
  private dropped = 0;
  private readonly half: number;

  constructor(cap: number) {
    this.half = Math.floor(cap / 2);
  }

  add(text: string): void {
    const room = this.half - this.head.length;
    if (room > 0) this.head += text.slice(0, room);
    if (text.length <= room) return;
    this.tail += text.slice(Math.max(0, room));
    // Cut rarely: every cut copies the tail.
    if (this.tail.length > 2 * this.half) this.cut();
  }

  /** The text, with a line that says how much is missing where something is. */
  toString(): string {
    if (this.tail.length > this.half) this.cut();
    if (this.dropped === 0) return this.head + this.tail;
    return `${this.head}\n… ${this.dropped} characters left out …\n${this.tail}`;
  }

  private cut(): void {
    const surplus = this.tail.length - this.half;
    this.dropped += surplus;
    this.tail = this.tail.slice(surplus);
  }
}
