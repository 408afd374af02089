// The program `wit`: a language server and a command line in one, told apart by the arguments.
import { parseArgs } from "node:util";
import { checkUsage, runCheck } from "./check.ts";
import { formatUsage, runFormat } from "./format.ts";
import { UsageError } from "./usage.ts";
import { version } from "./version.ts";

const usage = `Usage:
  wit --stdio | --node-ipc | --socket=PORT     start the language server
${checkUsage}
${formatUsage}
  wit --version
  wit --help`;

/** Runs the program; gives its exit code, or undefined where the language server goes on. */
async function main(args: readonly string[]): Promise<number | undefined> {
  if (args[0] === "help" || wantsHelp(args)) return say(usage);
  if (args[0] === "check") return runCheck(args.slice(1));
  if (args[0] === "format") return runFormat(args.slice(1));
  if (args[0] !== undefined && !args[0].startsWith("-"))
    throw new UsageError(`There is no command \`${args[0]}\`; there are \`check\` and \`format\`.`);
  const { values } = parseArgs({ args: [...args], options: serverOptions });
  if (values.version) return say(version);
  if (!values.stdio && !values["node-ipc"] && values.socket === undefined) {
    throw new UsageError("Say what to do: a command, or how an editor talks to the server (`--stdio`).");
  }
  // The command line need not load what only the server needs.
  const { serve } = await import("./serve.ts");
  serve();
  return undefined;
}

/** Whether help is asked for, whatever else is. */
function wantsHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).some(arg => arg === "--help" || arg === "-h");
}

const serverOptions = {
  stdio: { type: "boolean" },
  "node-ipc": { type: "boolean" },
  socket: { type: "string" },
  pipe: { type: "string" },
  // Editors that start a server pass their own process id.
  clientProcessId: { type: "string" },
  version: { type: "boolean", short: "V" },
} as const;

function say(text: string): number {
  console.log(text);
  return 0;
}

function fail(error: unknown): number {
  const wrongUse = error instanceof UsageError || isParseArgsError(error);
  const message = error instanceof Error ? error.message : String(error);
  console.error(wrongUse ? `wit: ${message}\n\n${usage}` : `wit: ${message}`);
  return 2;
}

function isParseArgsError(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && code.startsWith("ERR_PARSE_ARGS");
}

// Who reads the output may have enough of it, as `head` does.
process.stdout.on("error", error => {
  if ("code" in error && error.code === "EPIPE") process.exit(2);
  throw error;
});

const code = await main(process.argv.slice(2)).catch(fail);
if (code !== undefined) process.exitCode = code;
