// Calls an exported function of a running instance, also those of resources, by the names that jco gives them.
import type { ComponentFunction } from "../component/exports.ts";
import { type HandleNames, printValue } from "../wave/print.ts";
import { camelCase } from "../wave/wit-type.ts";
import type { Instance } from "./instance.ts";

/** The result in WAVE, empty where there is none. Rejects with what the call threw. */
export async function callFunction(
  instance: Instance,
  found: ComponentFunction,
  values: readonly unknown[],
  names?: HandleNames,
): Promise<string> {
  const { result } = found.type;
  const call = calleeOf(instance, found);
  if (result === undefined) {
    await call(values);
    return "";
  }
  if (result.kind !== "result") return printValue(await call(values), result, names);
  // jco returns the payload of ok and throws that of err.
  try {
    return printValue({ tag: "ok", val: await call(values) }, result, names);
  } catch (error) {
    if (!(error instanceof Error && "payload" in error)) throw error;
    return printValue({ tag: "err", val: error.payload }, result, names);
  }
}

type Callee = (values: readonly unknown[]) => unknown;
type Callable = (...values: readonly unknown[]) => unknown;
type Constructor = new (...values: readonly unknown[]) => object;

function calleeOf(instance: Instance, { instance: owner, name }: ComponentFunction): Callee {
  const holder = owner === undefined ? instance : ((instance[owner] ?? {}) as Instance);
  const [, kind, resource = "", member = ""] = /^\[(\w+)\]([^.]+)(?:\.(.+))?$/.exec(name) ?? [];
  const type = holder[className(resource)];
  switch (kind) {
    case undefined:
      return bound(holder, name);
    case "constructor":
      return values => new (type as Constructor)(...values);
    case "static":
      return bound(type, member);
    case "method":
      return ([self, ...values]) => bound(self, member)(values);
    default:
      throw new Error(`The embedded runtime can't call ${name}.`);
  }
}

function bound(holder: unknown, name: string): Callee {
  const callee = (holder as Readonly<Record<string, unknown>> | undefined)?.[camelCase(name)];
  if (typeof callee !== "function") throw new Error(`The running component has no function ${name}.`);
  return values => (callee as Callable).apply(holder, [...values]);
}

function className(resource: string): string {
  const name = camelCase(resource);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
