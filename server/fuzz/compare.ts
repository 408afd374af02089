// Where our answer differs from the reference's, and which differences are the reference's own bugs.
import type { FuzzCase, OracleAnswer, Place } from "./case.ts";
import type { OurError } from "./ours.ts";

export interface Difference {
  readonly kind: "we-reject" | "we-accept" | "place" | "resolve" | "abi" | "crash" | "slow" | "incremental";
  /** Differences with the same key are taken for the same: the reference's message without names, or our code. */
  readonly key: string;
  readonly detail: string;
}

/** Mistakes of the reference that are not copied, by name: docs/differences.md gives the reasons. */
export const referenceBugs: Readonly<Record<string, (answer: OracleAnswer, texts: readonly string[]) => boolean>> = {
  "empty-block-doc": (answer, texts) => panics(answer, /`None` value/) && texts.some(t => t.includes("/**/")),
  "attributes-of-foreign-use": answer => panics(answer, /cannot specify/),
  "word-in-version": (_answer, texts) => texts.some(t => /@\d+\.\d+\.\d+[-+][\w.+-]*\d(?:with|as)\b/.test(t)),
};

function panics(answer: OracleAnswer, message: RegExp): boolean {
  return answer.verdict === "panic" && message.test(answer.error.message);
}

/** The name of the reference's bug that a case meets. */
export function referenceBug(of: FuzzCase, answer: OracleAnswer): string | undefined {
  const texts = Object.values(of.files);
  return Object.keys(referenceBugs).find(name => referenceBugs[name]!(answer, texts));
}

export function compare(answer: OracleAnswer, ours: readonly OurError[]): Difference | undefined {
  const first = ours[0];
  if (answer.verdict === "accept") {
    if (!first) return undefined;
    return { kind: "we-reject", key: first.code, detail: `the reference accepts; we say ${describe(first)}` };
  }
  const { error } = answer;
  const said = `the reference says ${answer.verdict} ${error.kind} ${describe(error)}`;
  const key = template(error.message);
  if (!first) return { kind: "we-accept", key, detail: `${said}; we accept` };
  // Of what is wrong with WebAssembly, or with files, the reference knows no place.
  if (answer.verdict === "panic" || error.kind === "Other" || ours.some(e => samePlace(e, error))) return undefined;
  return { kind: "place", key, detail: `${said}; we say ${ours.slice(0, 6).map(describe).join(" | ")}` };
}

function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.col === b.col;
}

function describe(e: Place & { readonly message: string; readonly code?: string }): string {
  return `${e.file ?? "nowhere"}:${e.line ?? "-"}:${e.col ?? "-"} ${e.code ? `[${e.code}] ` : ""}${e.message.split("\n")[0]}`;
}

/** A message without what it names. */
export function template(message: string): string {
  const [line = ""] = message.split("\n");
  return line
    .replace(/[`'][^`']*[`']/g, "_")
    .replace(/\bversion \S+ of package.*|\[[^\]]*\]/, "_")
    .replace(/\d+/g, "0");
}
