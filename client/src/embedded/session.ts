// Keeps one instance of a component alive: its functions are called one after the other, and its resources are held by name.
import { type ComponentFunction, exportedFunctions } from "../component/exports.ts";
import type { Grants } from "../node/run-targets/grants.ts";
import { callFunction } from "./call.ts";
import { Handles } from "./handles.ts";
import { type Instance, instantiate } from "./instance.ts";
import { readValues } from "./invoke.ts";
import type { FromSession, ToSession } from "./session-messages.ts";
import { RuntimeError } from "./web-assembly.ts";

export interface Channel {
  send(message: FromSession): void;
  receive(listener: (message: ToSession) => void): void;
}

/** Serves calls until the component traps: then it rejects with the trap, since nothing of the instance can be used any more. */
export async function serve(component: Uint8Array, grants: Grants, channel: Channel): Promise<never> {
  const functions = exportedFunctions(component);
  const session: Session = { functions, instance: await instantiate(component, [], grants), handles: new Handles() };
  return new Promise((_resolve, reject) => {
    let last: Promise<void> = Promise.resolve();
    channel.receive(message => {
      last = last.then(async () => channel.send(await answer(session, message))).catch(reject);
    });
    channel.send({ kind: "started" });
  });
}

interface Session {
  readonly functions: readonly ComponentFunction[];
  readonly instance: Instance;
  readonly handles: Handles;
}

async function answer(session: Session, message: ToSession): Promise<FromSession> {
  const { id } = message;
  try {
    const result = await perform(session, message);
    return { kind: "done", id, result, handles: session.handles.list() };
  } catch (error) {
    if (isTrap(error)) throw error;
    const text = error instanceof Error ? error.message : String(error);
    return { kind: "refused", id, message: text, handles: session.handles.list() };
  }
}

async function perform(session: Session, message: ToSession): Promise<string> {
  if (message.kind === "drop") {
    session.handles.drop(message.handle);
    return "";
  }
  const found = session.functions.find(({ instance, name }) => instance === message.instance && name === message.name);
  if (found === undefined) throw new Error(`The component exports no function ${message.name}.`);
  return call(session, found, message.args);
}

async function call({ instance, handles }: Session, found: ComponentFunction, args: string): Promise<string> {
  const given = new Set<string>();
  const values = readValues(args, found, {
    handle: (name, type) => {
      if (given.has(name)) throw new Error(`${name} is given away already`);
      if (type.borrowed !== true) given.add(name);
      return handles.get(name, type);
    },
  });
  // A resource that is passed as own is the component's from now on.
  for (const name of given) handles.forget(name);
  return callFunction(instance, found, values, (value, type) => handles.name(value as object, type));
}

/** A stack that overflows is a RangeError in JavaScript. */
export function isTrap(error: unknown): boolean {
  return error instanceof RuntimeError || (error instanceof RangeError && /call stack/.test(error.message));
}
