// `wit check`: judges packages on disk and prints what is wrong with them, for people or for programs.
import { parseArgs } from "node:util";
import { printGithub } from "./github.ts";
import { loadMaker } from "./grammar.ts";
import { printHuman } from "./human.ts";
import { printJson } from "./json.ts";
import { answerLines } from "./jsonl.ts";
import { levelsOf, lintsWith, withLevels } from "./levels.ts";
import { type CheckResult, checkPaths } from "./paths.ts";
import { printSarif } from "./sarif.ts";
import { UsageError } from "./usage.ts";
import { watch } from "./watch.ts";

export const checkUsage = `  wit check PATH…                              check packages: folders, or files in them; \`-\` is standard input
    --format human|json|sarif|github           how to print what is found (human)
    --deny, --warn, --allow CODES              make problems with these codes errors or warnings, or leave them out;
                                               \`warnings\` stands for all warnings
    --baseline REV|DIR                         compare with a git revision or a folder: what breaks those who use the
                                               package as it was there is an error, unless the version allows it
    --watch                                    check again when a file changes
    --features a,b                             switch on what \`@unstable(feature = a)\` marks
    --all-features                             switch on everything
  wit check --jsonl                            read packages from standard input, one a line; answer each with a line`;

const options = {
  jsonl: { type: "boolean" },
  format: { type: "string", default: "human" },
  features: { type: "string", multiple: true, default: [] as string[] },
  "all-features": { type: "boolean", default: false },
  deny: { type: "string", multiple: true, default: [] as string[] },
  warn: { type: "string", multiple: true, default: [] as string[] },
  allow: { type: "string", multiple: true, default: [] as string[] },
  baseline: { type: "string" },
  watch: { type: "boolean", default: false },
} as const;

/** Runs the command; gives 0 where all is well, 1 where something is wrong, 2 where something can't be read. */
export async function runCheck(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.jsonl) {
    if (positionals.length > 0) throw new UsageError("`--jsonl` reads standard input and takes no path.");
    if (values.baseline !== undefined) throw new UsageError("`--jsonl` takes no `--baseline`.");
    await answerLines(process.stdin, process.stdout, await loadMaker());
    return 0;
  }
  if (positionals.length === 0) throw new UsageError("`wit check` needs the path of a package: a folder or a file.");
  const print = printers[values.format];
  if (!print)
    throw new UsageError(`There is no format \`${values.format}\`; there are ${Object.keys(printers).join(", ")}.`);
  const { baseline } = values;
  if (baseline === "") throw new UsageError("`--baseline` needs a git revision or a folder.");
  const asked = { deny: words(values.deny), warn: words(values.warn), allow: words(values.allow) };
  const levels = levelsOf(asked, baseline !== undefined);
  const features = { names: words(values.features), all: values["all-features"], lints: lintsWith(levels) };
  if (values.watch && positionals.includes("-")) throw new UsageError("Standard input can't be watched.");
  const maker = await loadMaker();
  const once = async (): Promise<number> => {
    const result = withLevels(await checkPaths(positionals, { features, baseline }, maker), levels);
    print(result, process.stdout);
    for (const { path, reason } of result.unreadable) console.error(`wit: ${path}: ${reason}`);
    if (result.unreadable.length > 0) return 2;
    return result.problems.some(({ problem }) => problem.severity === "error") ? 1 : 0;
  };
  return values.watch ? watch(positionals, once) : once();
}

const printers: Readonly<Record<string, (result: CheckResult, output: NodeJS.WriteStream) => void>> = {
  human: printHuman,
  json: printJson,
  sarif: printSarif,
  github: printGithub,
};

/** The words of options that may be given several times, and hold several each. */
function words(lists: readonly string[]): string[] {
  return lists.flatMap(list => list.split(",")).filter(word => word !== "");
}
