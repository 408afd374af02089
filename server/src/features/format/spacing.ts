// Whether a space stands between two tokens of an item that are on one line.
import { type Atom, isComment } from "./atoms.ts";

const gluedToLeft: ReadonlySet<string> = new Set([",", ";", ")", ">", "(", "<", ".", "/", "-", "+"]);
const gluedToRight: ReadonlySet<string> = new Set(["(", "<", ".", "/", "-", "+", "@"]);

/** What a comment may touch from the left, and from the right. */
const beforeComment: ReadonlySet<string> = new Set(["(", "<"]);
const afterComment: ReadonlySet<string> = new Set([",", ";", ")", ">", ":"]);

/** What tells the brackets and colons of an item apart. */
export interface Roles {
  /** Indexes of the colons of package names. */
  readonly pathColons: ReadonlySet<number>;
  /** Indexes of the braces of `use`, which stand close to the names. */
  readonly closeBraces: ReadonlySet<number>;
}

/** Whether a space stands before `atoms[i]`. */
export function spaced(atoms: readonly Atom[], i: number, roles: Roles): boolean {
  const [before, after] = [atoms[i - 1]!, atoms[i]!];
  const open = beforeComment.has(before.kind) || roles.closeBraces.has(i - 1);
  if (isComment(after)) return !open || after.kind === "//";
  if (isComment(before)) return !afterComment.has(after.kind) && !roles.closeBraces.has(i);
  if (gluedToLeft.has(after.kind) || gluedToRight.has(before.kind)) return false;
  if (roles.pathColons.has(i - 1) || after.kind === ":" || after.kind === "@") return false;
  if (before.kind === "{" && after.kind === "}") return false;
  if (open || roles.closeBraces.has(i)) return false;
  // Names and numbers that touch each other are parts of one version.
  return before.end !== after.start || !isWord(before) || !isWord(after);
}

function isWord({ kind }: Atom): boolean {
  return kind === "id" || kind === "integer";
}
