// The resources of a running instance, by names that people can write: `canvas#1`.
import type { HandleType } from "../wave/wit-type.ts";
import type { HandleInfo } from "./session-messages.ts";

interface Held extends HandleInfo {
  readonly value: object;
}

export class Handles {
  private readonly held = new Map<string, Held>();
  private readonly counts = new Map<string, number>();

  list(): readonly HandleInfo[] {
    return [...this.held.values()].map(({ name, type, resource }) => ({ name, type, resource }));
  }

  /** The resource of a name, if it is of the type; throws an Error for people otherwise. */
  get(name: string, { resource, what }: HandleType): object {
    const found = this.held.get(name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    if (resource === undefined) throw new Error(`no ${what} can be given`);
    if (resource.id !== found.resource) throw new Error(`${name} is no ${resource.name || what}`);
    return found.value;
  }

  /** The name of a resource that the component gave; a new one for a new resource. A name is never given twice. */
  name(value: object, { resource, what }: HandleType): string {
    if (resource === undefined) throw new Error(`The function returned a ${what}, which can't be shown.`);
    for (const held of this.held.values()) if (held.value === value) return held.name;
    const type = resource.name || what;
    const count = (this.counts.get(type) ?? 0) + 1;
    this.counts.set(type, count);
    const name = `${type}#${count}`;
    this.held.set(name, { name, type, resource: resource.id, value });
    return name;
  }

  /** Forgets a resource that the component has taken. */
  forget(name: string): void {
    this.held.delete(name);
  }

  /** Lets the component end a resource. */
  drop(name: string): void {
    const found = this.held.get(name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    this.held.delete(name);
    const dispose = (Symbol as { readonly dispose?: symbol }).dispose ?? Symbol.for("dispose");
    (found.value as Readonly<Record<symbol, (() => void) | undefined>>)[dispose]?.();
  }
}
