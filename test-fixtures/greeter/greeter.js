// The guest: what the world `greeter` of wit/world.wit exports, in JavaScript. Interfaces are objects, functions are functions.
import { getArguments } from "wasi:cli/environment@0.2.12";
import { getStdout } from "wasi:cli/stdout@0.2.12";
import { now } from "wasi:clocks/wall-clock@0.2.12";

export const run = {
  run() {
    const names = getArguments().slice(1);
    const lines = (names.length === 0 ? ["world"] : names).map(greet);
    print(`${lines.join("\n")}\nIt is ${new Date(Number(now().seconds) * 1000).toISOString()}.\n`);
  },
};

export function greet(name) {
  return `Hello, ${name}!`;
}

export const greetings = {
  welcome({ name, title }, tone) {
    const full = title ? `${title} ${name}` : name;
    if (tone === "terse") return `Hi ${name}`;
    return tone === "formal" ? `Good day, ${full}.` : `How nice to see you, ${full}!`;
  },

  welcomeAll(guests) {
    // A thrown string is the error case of result<string, string>.
    if (guests.length === 0) throw "there is nobody to greet";
    return guests.map(guest => greetings.welcome(guest, "friendly")).join(" ");
  },
};

function print(text) {
  // This engine has no TextEncoder: the percent-encoding of a text names its UTF-8 bytes.
  const bytes = [...encodeURIComponent(text).matchAll(/%(..)|(.)/g)].map(([, hex, char]) =>
    hex === undefined ? char.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  getStdout().blockingWriteAndFlush(Uint8Array.from(bytes));
}
