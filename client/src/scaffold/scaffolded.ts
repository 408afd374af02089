// What a scaffold gives: see Scaffold in node/guests/guest.ts.

export interface Scaffolded {
  /** By their paths from the project's folder, with `/`. */
  readonly files: Readonly<Record<string, string>>;
  /** The file to write code in. */
  readonly entry: string;
}
