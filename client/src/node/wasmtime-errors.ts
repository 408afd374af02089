// Says in words what Wasmtime's error texts and exit codes mean, and what to do next.
import { guestException } from "./guest-errors.ts";

export interface RunEnding {
  readonly exitCode: number;
  readonly stderr: string;
}

/** Exit code of a guest that trapped, on every platform where Wasmtime aborts like a signal would. */
export const TRAP = 134;

interface Explanation {
  readonly pattern: RegExp;
  explain(match: RegExpExecArray): string;
}

// How Wasmtime names the call, and then what is wrong and where in the call.
const CALL = String.raw`while interpreting parameters in invoke "(.*)"\n\s*1: `;
const WHAT = String.raw`(.+?)(?: at (\d+)\.\.(\d+))?$`;

const TRAPPED = /wasm trap: (.*)/;

// The texts of Wasmtime 49; older ones differ little. The first that fits is taken.
const EXPLANATIONS: readonly Explanation[] = [
  {
    pattern:
      /component imports (instance|function|resource) `([^`]+)`, but a matching implementation was not found in the linker/,
    explain: ([, kind, name]) => missingImport(kind!, name!),
  },
  {
    pattern: /no exported instance named `wasi:cli\/run@([^`]+)`/,
    explain: ([, version]) =>
      `The component has no wasi:cli/run, so there is nothing to run. Export wasi:cli/run@${version} from its world, or call one of its functions with "WIT: Invoke Function in Wasmtime…".`,
  },
  {
    pattern: /no exported instance named `wasi:http\/(?:incoming-)?handler@([^`]+)`/,
    explain: () =>
      "The component has no wasi:http/incoming-handler, so there is nothing to serve. Export it from its world (or wasi:http/handler of WASI 0.3), and build it again.",
  },
  {
    pattern: /requires the component model async feature/,
    explain: () =>
      "The component is made with the asynchronous parts of the component model, as all of WASI 0.3 is. This version of Wasmtime does not have them: update Wasmtime.",
  },
  {
    pattern: /No exported func named `([^`]+)` in component/,
    explain: ([, name]) => `The component exports no function ${name}. Build it again if the world has changed since.`,
  },
  {
    pattern: /Multiple instances contained funcs named `([^`]+)`, retry with a more specific name: (.*)/,
    explain: ([, name, names]) => `Several interfaces export ${name}. Say which one: ${names!.replaceAll("`", "")}.`,
  },
  {
    pattern: /missing required param\(s\)|no params provided, but (\d+) required/,
    explain: () => "Too few values were given for the function's parameters.",
  },
  {
    pattern: new RegExp(`${CALL}error converting Wasm value: ${WHAT}`, "m"),
    explain: match => `A value does not fit its parameter: ${placed(match)}.`,
  },
  {
    pattern: new RegExp(`${CALL}${WHAT}`, "m"),
    explain: match => `The values could not be read: ${placed(match)}.`,
  },
  {
    pattern: /Failed to parse invoke '[^\n]*\n\s*1: (.+?)(?: at (\d+)\.\.(\d+))?$/m,
    explain: ([, what]) => `The call is not written right: ${what}.`,
  },
  {
    pattern: /failed to open wasm module "([^"]+)"\s+Caused by:\s+No such file/,
    explain: ([, file]) => `There is no file ${file}. Build the component first.`,
  },
  {
    pattern: /unknown import: `([^`]+)` has not been defined/,
    explain: ([, name]) =>
      `This is a core module, not a component, and nothing provides its import ${name}. Turn it into a component first (for instance with "wasm-tools component new").`,
  },
  {
    pattern: /forcing trap when growing (?:memory|table) to (\d+ \w+)/,
    explain: ([, size]) =>
      `The component wanted more memory than it is granted: ${size}. Grant it more with "WIT: Grants for Running Components…".`,
  },
  {
    pattern: /memory minimum size of (\d+) pages exceeds memory limits/,
    explain: ([, pages]) =>
      `The component starts with more memory than it is granted: ${(Number(pages) * 64) / 1024} MB. Grant it more with "WIT: Grants for Running Components…".`,
  },
  { pattern: TRAPPED, explain: ([, what]) => `The component stopped with a trap: ${what}` },
];

/** One or two sentences on why a run or a call ended as it did; `undefined` after a success. */
export function explainWasmtime({ exitCode, stderr }: RunEnding): string | undefined {
  if (exitCode === 0) return undefined;
  const guest = guestException(stderr);
  if (guest !== undefined) return guest;
  for (const { pattern, explain } of EXPLANATIONS) {
    const match = pattern.exec(stderr);
    if (match !== null) return pattern === TRAPPED ? `${explain(match)}${trapPlace(stderr)}.` : explain(match);
  }
  if (exitCode === TRAP) return "The component stopped with a trap (exit code 134).";
  const error = /^Error: (.+)$/m.exec(stderr)?.[1];
  if (error !== undefined) return `Wasmtime says: ${error}`;
  return `The component ended with exit code ${exitCode}: its run function returned an error or it called exit.`;
}

/** What is wrong, with the part of the call that it is about. Wasmtime counts bytes of UTF-8. */
function placed([, call, what, from, to]: RegExpExecArray): string {
  const part = Buffer.from(call!).subarray(Number(from), Number(to)).toString().trim();
  return part === "" || what!.includes(part) ? what! : `${what} (${part})`;
}

/** Where in the guest a trap was: the first function of its own, behind those of its language that report a panic. */
function trapPlace(stderr: string): string {
  const list = /error while executing at wasm backtrace:\n((?:\s+\d+:\s+0x[0-9a-f]+ - .*\n(?:\s+at .*\n)*)+)/.exec(
    stderr,
  )?.[1];
  const frames = [...(list ?? "").matchAll(/^\s+\d+:\s+0x[0-9a-f]+ - (.*)\n(?:\s+at (.*)\n)?/gm)];
  const found = frames.find(([, name]) => !isReporting(name!)) ?? frames[0];
  if (found === undefined) return "";
  const [, name, place] = found;
  const readable = name!.replace(/^[^!]*!/, "").replace(/::h[0-9a-f]{16}$/, "");
  return `, in ${readable}${place === undefined ? "" : ` (${place})`}`;
}

/** Functions of Rust's, Go's and C's libraries that end a program. */
function isReporting(name: string): boolean {
  return /!(?:<?(?:std|core|alloc|rust_|__rust|_?panic|abort|__abort|_?exit|dlmalloc|runtime\.)|__imported)/.test(name);
}

// What Wasmtime has but provides only when told to, in ways that WIT Tools does not.
const SWITCHED: Readonly<Record<string, string>> = {
  config: "-S config",
  keyvalue: "-S keyvalue",
  nn: "-S nn",
  tls: "-S tls",
};

function missingImport(kind: string, name: string): string {
  const what = kind === "instance" ? `the interface ${name}` : `${kind} ${name}`;
  const start = `The component imports ${what}, which nothing here provides.`;
  const wasi = /^wasi:([a-z-]+)\/[^@]*(?:@(.+))?$/.exec(name);
  const flag = SWITCHED[wasi?.[1] ?? ""];
  if (wasi?.[1] === "http" && wasi[2]?.startsWith("0.2.") !== false)
    return `${start} Wasmtime provides wasi:http only where the network is granted: "WIT: Grants for Running Components…".`;
  if (flag !== undefined) return `${start} Wasmtime does so only with ${flag}, which WIT Tools does not pass.`;
  if (wasi !== null)
    return `${start} This version of Wasmtime does not know that version of WASI: update Wasmtime, or use the version of WASI it has.`;
  return `${start} It has to come from another component: compose the two, or leave the import out of the world.`;
}
