// The ways in which the reference rejects a package: how each is told from its message and place, and what provokes it.
import type { FuzzCase, OracleError } from "./case.ts";
import { meaningRows } from "./rows-meaning.ts";
import { packageRows } from "./rows-packages.ts";
import { textRows } from "./rows-text.ts";

export interface Row {
  readonly id: string;
  /** Matches the message. */
  readonly message: RegExp;
  /** Where several rows share a message: matches the statement that holds the place, which is marked with `‸`. */
  readonly near?: RegExp;
  readonly where?: (of: FuzzCase, error: OracleError) => boolean;
  readonly trigger: Trigger;
}

/** What provokes a row, whatever stands around it. */
export type Trigger =
  /** Interfaces and worlds of a package with the version 1.0.0. */
  | { readonly kind: "items"; readonly text: string }
  /** The same, but able to stand in a package block alone. */
  | { readonly kind: "top"; readonly text: string }
  /** Text that only ends a file. */
  | { readonly kind: "end"; readonly text: string }
  /** Files to add, or to put in the place of all others. */
  | { readonly kind: "files"; readonly files: Readonly<Record<string, string>>; readonly alone?: true };

export const rows: readonly Row[] = [...textRows, ...packageRows, ...meaningRows];

/** Rows of the catalogue of the reference's errors that these cases can't meet, each with the reason. */
export const unreachedRows: Readonly<Record<string, string>> = {
  "dep-wat-syntax": "the cases hold WIT alone; dependencies in binary form are compared by the conformance suite",
  "dep-wat-module": "the cases hold WIT alone; dependencies in binary form are compared by the conformance suite",
  "dep-wat-component": "the cases hold WIT alone; dependencies in binary form are compared by the conformance suite",
  "wat-detect": "the cases hold WIT alone; a file that starts with `(` is compared by the conformance suite",
  "misplaced-codepoint-multifile": "a place the reference gets wrong: the oracle asks it again about the file alone",
  "misplaced-string-multifile": "a place the reference gets wrong: the oracle asks it again about the file alone",
};

export const rowIds: readonly string[] = rows.map(row => row.id);

/** Ids of the rows that an error belongs to. */
export function rowOf(of: FuzzCase, error: OracleError): readonly string[] {
  const statement = statementAt(of, error);
  return rows
    .filter(
      row => row.message.test(error.message) && (row.near?.test(statement) ?? true) && (row.where?.(of, error) ?? true),
    )
    .map(row => row.id);
}

/** The text around a place: from the brace or semicolon before it, with `‸` at the place. */
function statementAt(of: FuzzCase, { file, line, col }: OracleError): string {
  if (file === null || line === null || col === null) return "";
  const text = of.files[file] ?? "";
  const lines = text.split("\n");
  const here = Buffer.from(lines[line - 1] ?? "", "utf8")
    .subarray(0, col - 1)
    .toString("utf8");
  const before = `${lines.slice(Math.max(0, line - 40), line - 1).join("\n")}\n${here}`;
  const start = Math.max(before.lastIndexOf(";"), before.lastIndexOf("}"), before.lastIndexOf("{", before.length - 2));
  const after = lines
    .slice(line - 1, line + 2)
    .join("\n")
    .slice(here.length, here.length + 60);
  return `${before.slice(start + 1)}‸${after}`;
}
