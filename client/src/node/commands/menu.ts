// The arguments of commands that menus call: the explorer and editors give a file's URI, and a person is there.
import { Uri } from "vscode";
import type { Place } from "../projects.ts";
import type { Asking } from "./results.ts";

/** The arguments, where a menu gives a URI as the one named. */
export function fromMenu<Arguments>(
  name: "component" | "folder",
  given: Arguments | Uri | undefined,
): Arguments | FromMenu | undefined {
  return given instanceof Uri ? { [name]: given, ask: true } : given;
}

/** What a menu says of the arguments of a command. */
export interface FromMenu extends Asking {
  readonly component?: Place;
  readonly folder?: Place;
}
