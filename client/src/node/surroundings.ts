// The machine this extension runs on, in the form that the searches for programs take.
import { homedir } from "node:os";
import type { Surroundings } from "./find-program.ts";

export function surroundings(): Surroundings {
  return { platform: process.platform, env: process.env, home: homedir() };
}
