// The guest JavaScript.
import { jcoGuest } from "./jco-guest.ts";

export const javascript = jcoGuest("javascript", "JavaScript", [".js", ".mjs"]);
