// The command line's verdict on a package, asked for all that it can tell.
import { PassThrough, Readable } from "node:stream";
import { text as allOf } from "node:stream/consumers";
import { answerLines } from "../../src/node/jsonl.ts";
import { maker } from "../support/parser.ts";

/** Whether a package has no error. */
export async function judge(files: Readonly<Record<string, string>>): Promise<boolean> {
  const output = new PassThrough();
  const line = JSON.stringify({ id: 1, files, resolve: true, abi: true });
  const answered = answerLines(Readable.from([line]), output, maker).then(() => output.end());
  const [printed] = await Promise.all([allOf(output), answered]);
  const { ok, errors } = JSON.parse(printed) as Answer;
  const failed = errors.find(({ code }) => code === "internal-error");
  if (failed) throw new Error(failed.message);
  return ok;
}

interface Answer {
  readonly ok: boolean;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}
