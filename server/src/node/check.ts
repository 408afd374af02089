// `wit check`: judges packages on disk and prints what is wrong with them, for people or for programs.
import { parseArgs } from "node:util";
import { loadMaker } from "./grammar.ts";
import { printHuman } from "./human.ts";
import { printJson } from "./json.ts";
import { answerLines } from "./jsonl.ts";
import { checkPaths } from "./paths.ts";
import { UsageError } from "./usage.ts";

export const checkUsage = `  wit check PATH…                              check packages: folders, or files in them
    --format human|json                        how to print what is found (human)
    --features a,b                             switch on what \`@unstable(feature = a)\` marks
    --all-features                             switch on everything
  wit check --jsonl                            read packages from standard input, one a line; answer each with a line`;

const options = {
  jsonl: { type: "boolean" },
  format: { type: "string", default: "human" },
  features: { type: "string", multiple: true, default: [] as string[] },
  "all-features": { type: "boolean", default: false },
} as const;

/** Runs the command; gives 0 where all is well, 1 where something is wrong, 2 where something can't be read. */
export async function runCheck(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.jsonl) {
    if (positionals.length > 0) throw new UsageError("`--jsonl` reads standard input and takes no path.");
    await answerLines(process.stdin, process.stdout, await loadMaker());
    return 0;
  }
  if (positionals.length === 0) throw new UsageError("`wit check` needs the path of a package: a folder or a file.");
  if (values.format !== "human" && values.format !== "json")
    throw new UsageError(`There is no format \`${values.format}\`; there are \`human\` and \`json\`.`);
  const names = values.features.flatMap(list => list.split(",")).filter(name => name !== "");
  const features = { names, all: values["all-features"] };
  const result = await checkPaths(positionals, features, await loadMaker());
  const print = values.format === "json" ? printJson : printHuman;
  print(result, process.stdout);
  for (const path of result.unreadable) console.error(`wit: ${path} holds no WIT file that can be read.`);
  if (result.unreadable.length > 0) return 2;
  return result.problems.some(({ problem }) => problem.severity === "error") ? 1 : 0;
}
