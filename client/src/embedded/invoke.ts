// Calls one exported function of a component with values in WAVE, and gives its result in WAVE.

import { type ComponentFunction, exportedFunctions } from "../component/exports.ts";
import { callName, means, parseFunctionName } from "../wave/call.ts";
import { printValue } from "../wave/print.ts";
import { readArguments } from "../wave/read.ts";
import { WaveError } from "../wave/tokens.ts";
import { camelCase, type WitType } from "../wave/wit-type.ts";
import { type Instance, instantiate } from "./instance.ts";

/** `call` is a call in WAVE like Wasmtime's `--invoke` takes; throws an Error for people when it can't be made. */
export async function invoke(component: Uint8Array, call: string): Promise<string> {
  const [name, args] = splitCall(call);
  const found = findFunction(exportedFunctions(component), name);
  const values = readValues(args, found, name.length + 1);
  const instance = await instantiate(component, []);
  return resultOf(found, () => functionOf(instance, found)(...values));
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

function readValues(args: string, { type }: ComponentFunction, offset: number): readonly unknown[] {
  try {
    return readArguments(args, type.params);
  } catch (error) {
    if (!(error instanceof WaveError)) throw error;
    throw new Error(`The values could not be read: ${error.message} (character ${offset + error.at + 1} of the call).`);
  }
}

type Callee = (...values: readonly unknown[]) => unknown;

function functionOf(instance: Instance, { instance: owner, name }: ComponentFunction): Callee {
  const holder = owner === undefined ? instance : (instance[owner] as Instance | undefined);
  const callee = holder?.[camelCase(name)];
  if (typeof callee !== "function") throw new Error(`${name} can't be called by its name: it belongs to a resource.`);
  return callee as Callee;
}

/** jco returns the payload of ok and throws that of err. */
async function resultOf({ type }: ComponentFunction, call: () => unknown): Promise<string> {
  if (type.result?.kind !== "result") return print(await call(), type.result);
  try {
    return printValue({ tag: "ok", val: await call() }, type.result);
  } catch (error) {
    if (error instanceof Error && "payload" in error)
      return printValue({ tag: "err", val: error.payload }, type.result);
    throw error;
  }
}

function print(value: unknown, type: WitType | undefined): string {
  return type === undefined ? "" : printValue(value, type);
}
