// The guest TypeScript, whose types jco takes away.
import { jcoGuest } from "./jco-guest.ts";

export const typescript = jcoGuest("typescript", "TypeScript", [".ts", ".mts"]);
