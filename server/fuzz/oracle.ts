// The oracle as a child process: cases in, answers out, in order.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { FuzzCase, OracleAnswer } from "./case.ts";

export interface Oracle {
  /** The reference's answer, and where asked what it resolved and its canonical ABI; rejects where the oracle ends, or takes longer than a minute. */
  readonly ask: (of: FuzzCase, resolve?: boolean, abi?: boolean) => Promise<OracleAnswer>;
  /** The package in binary form, as hexadecimal digits; undefined where it is rejected or can't be encoded. */
  readonly encode: (of: FuzzCase) => Promise<string | undefined>;
  readonly end: () => void;
}

/** How long an answer may take, in ms: the reference takes a few, and a minute for nothing that it is asked here. */
const patience = 60_000;

interface Waiting {
  readonly resolve: (answer: OracleAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the oracle at an absolute path. */
export function startOracle(program: string): Oracle {
  const child: ChildProcessWithoutNullStreams = spawn(program, [], { windowsHide: true });
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    timer = waiting.length === 0 ? undefined : setTimeout(() => child.kill("SIGKILL"), patience);
  };
  createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY }).on("line", line => {
    waiting.shift()?.resolve(JSON.parse(line) as OracleAnswer);
    watch();
  });
  child.stderr.pipe(process.stderr);
  child.on("close", code => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`the oracle ended with ${code}`));
  });
  const send = (request: object): Promise<OracleAnswer> => {
    const answer = new Promise<OracleAnswer>((done, fail) => waiting.push({ resolve: done, reject: fail }));
    child.stdin.write(`${JSON.stringify(request)}\n`);
    watch();
    return answer;
  };
  return {
    ask: (of, resolve = false, abi = false) => send({ id: 0, ...withBytes(of), resolve, abi }),
    encode: async of => {
      const answer = await send({ id: 0, ...withBytes(of), encode: true });
      return answer.verdict === "accept" ? (answer.wasm ?? undefined) : undefined;
    },
    end: () => child.stdin.end(),
  };
}

/** The case as it is asked, with its files in binary form among the others. */
function withBytes({ binaries = {}, ...of }: FuzzCase): object {
  const bytes = Object.entries(binaries).map(([path, hex]) => [path, { hex }] as const);
  return bytes.length === 0 ? of : { ...of, files: { ...of.files, ...Object.fromEntries(bytes) } };
}
