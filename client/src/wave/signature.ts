// Says whether the arguments of a call have the right form and number, by what the WIT says in text.
import type { FunctionInfo } from "../protocol.ts";
import { checkBalance, splitValues } from "./balance.ts";

/** What is wrong with arguments for a function, in words for the person who types them; `undefined` when nothing is. */
export function argumentProblem(params: FunctionInfo["params"], args: string): string | undefined {
  const form = checkBalance(args);
  if (form !== undefined) return `${form.message} (character ${form.offset + 1})`;
  const values = splitValues(args);
  const empty = values.indexOf("");
  if (empty >= 0) return `Value ${empty + 1} is empty`;
  const least = leastValues(params);
  if (values.length >= least && values.length <= params.length) return undefined;
  if (values.length > params.length) return `${count(params.length)}, ${values.length} given`;
  const missing = params[values.length]!;
  return `${count(params.length)}, ${values.length} given: ${missing.name} (${missing.type}) is missing`;
}

/** Options at the end may be left out (WAVE takes them for none). */
function leastValues(params: FunctionInfo["params"]): number {
  let least = params.length;
  while (least > 0 && /^option\s*</.test(params[least - 1]!.type)) least--;
  return least;
}

function count(params: number): string {
  return params === 1 ? "1 value is expected" : `${params} values are expected`;
}
