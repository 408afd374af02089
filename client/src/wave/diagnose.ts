// Finds the first mistake in the values that a person types, with the part of the text to underline.
import { checkBalance } from "./balance.ts";
import type { Reading } from "./cursor.ts";
import { readArguments } from "./read.ts";
import { tokenize, WaveError } from "./tokens.ts";
import type { Named } from "./wit-type.ts";

/** Offsets in UTF-16 units; `end` is after `start` unless the mistake is the text's end. */
export interface WaveMistake {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Without parameters' types only the form is judged. */
export function waveMistake(
  text: string,
  params: readonly Named[] | undefined,
  handle?: Reading["handle"],
): WaveMistake | undefined {
  if (params === undefined) return formMistake(text);
  try {
    readArguments(text, params, handle === undefined ? {} : { handle });
    return undefined;
  } catch (error) {
    if (!(error instanceof WaveError)) throw error;
    // A bracket or quote that is not closed shows best where it opens.
    return formMistake(text) ?? { message: error.message, start: error.at, end: endOf(text, error.at) };
  }
}

function formMistake(text: string): WaveMistake | undefined {
  const problem = checkBalance(text);
  return problem && { message: problem.message, start: problem.offset, end: problem.offset + 1 };
}

function endOf(text: string, at: number): number {
  try {
    const token = tokenize(text).find(token => token.at === at);
    return at + (token?.text.length ?? 0);
  } catch {
    return Math.min(text.length, at + 1);
  }
}

/** `column 5`, or `line 2, column 5` where the text has several lines; both count from 1. */
export function placeText(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  const column = `column ${(before.at(-1)?.length ?? 0) + 1}`;
  return text.includes("\n") ? `line ${before.length}, ${column}` : column;
}
