// What is judged: a package as files, with what is switched on.

export interface FuzzCase {
  readonly files: Readonly<Record<string, string>>;
  /** Files in binary form, as hexadecimal digits. */
  readonly binaries?: Readonly<Record<string, string>>;
  /** `.` for the folder, or the path of a single file. */
  readonly root: string;
  readonly features: readonly string[];
  readonly allFeatures: boolean;
}

/** An error's place; lines and columns count from 1, columns in UTF-8 bytes. All are null where there is no place. */
export interface Place {
  readonly file: string | null;
  readonly line: number | null;
  readonly col: number | null;
}

export interface OracleError extends Place {
  readonly kind: string;
  readonly message: string;
}

export type OracleAnswer =
  | { readonly verdict: "accept"; readonly resolve?: unknown; readonly abi?: unknown; readonly wasm?: string | null }
  | { readonly verdict: "reject" | "panic"; readonly error: OracleError };

/** The case with the text of one file replaced. */
export function withFile(of: FuzzCase, path: string, text: string): FuzzCase {
  return { ...of, files: { ...of.files, [path]: text } };
}
