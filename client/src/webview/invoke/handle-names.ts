// The resources of the running instance, as the form knows them.
import type { HandleInfo } from "../../embedded/session-messages.ts";
import type { HandleType } from "../../wave/wit-type.ts";

export class HandleNames {
  private list: readonly HandleInfo[] = [];

  all(): readonly HandleInfo[] {
    return this.list;
  }

  set(handles: readonly HandleInfo[]): void {
    this.list = handles;
  }

  fitting({ resource }: HandleType): readonly HandleInfo[] {
    return this.list.filter(handle => handle.resource === resource?.id);
  }

  /** Gives the name back; throws an Error for people when no resource of the type has it. */
  readonly check = (name: string, type: HandleType): string => {
    const found = this.list.find(handle => handle.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    if (found.resource !== type.resource?.id) throw new Error(`${name} is no ${type.resource?.name ?? type.what}`);
    return name;
  };
}
