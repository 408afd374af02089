// Calls one exported function of a component with values in WAVE, and gives its result in WAVE.

import { type ComponentFunction, exportedFunctions } from "../component/exports.ts";
import type { Grants } from "../node/run-targets/grants.ts";
import { callName, means, parseFunctionName } from "../wave/call.ts";
import type { Reading } from "../wave/cursor.ts";
import { readArguments } from "../wave/read.ts";
import { WaveError } from "../wave/tokens.ts";
import { callFunction } from "./call.ts";
import { instantiate } from "./instance.ts";

/** `call` is a call in WAVE like Wasmtime's `--invoke` takes; throws an Error for people when it can't be made. */
export async function invoke(component: Uint8Array, call: string, grants: Grants): Promise<string> {
  const [name, args] = splitCall(call);
  const found = findFunction(exportedFunctions(component), name);
  const values = readValues(args, found, { start: name.length + 1 });
  return callFunction(await instantiate(component, [], grants), found, values);
}

function splitCall(call: string): readonly [string, string] {
  const open = call.indexOf("(");
  if (open < 0 || !call.endsWith(")"))
    throw new Error(`${call} is no call: parentheses around the values are missing.`);
  return [call.slice(0, open).trim(), call.slice(open + 1, -1)];
}

function findFunction(functions: readonly ComponentFunction[], name: string): ComponentFunction {
  const named = parseFunctionName(name);
  const found = functions.filter(candidate => means(named, candidate));
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    throw new Error(`Several interfaces export ${name}. Say which one: ${found.map(callName).join(", ")}.`);
  }
  const close = functions.filter(({ name }) => !name.startsWith("[")).map(callName);
  throw new Error(`The component exports no function ${name}; it exports ${close.join(", ") || "none"}.`);
}

/** `start` is the offset of the values in what a person wrote. */
export function readValues(
  args: string,
  { type }: ComponentFunction,
  { start = 0, ...reading }: Reading & { readonly start?: number },
): readonly unknown[] {
  try {
    return readArguments(args, type.params, reading);
  } catch (error) {
    if (!(error instanceof WaveError)) throw error;
    const place = start === 0 ? `column ${error.at + 1}` : `character ${start + error.at + 1} of the call`;
    throw new Error(`The values could not be read: ${error.message} (${place}).`);
  }
}
