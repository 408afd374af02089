// What a task of the type "wit" says: which step, of which project, for which world.

export const taskType = "wit";

export const steps = ["build", "run", "serve"] as const;

export type Step = (typeof steps)[number];

export interface WitTask {
  readonly task: Step;
  /** The project's folder; a relative one starts at the workspace folder, which is the default. */
  readonly folder?: string;
  /** `greeter` or `demo:greeter/greeter@0.1.0`. */
  readonly world?: string;
  /** What a running component gets as arguments. */
  readonly args?: readonly string[];
}

/** The definition as far as it makes sense; a message where it does not. */
export function readTask(given: Readonly<Record<string, unknown>>): WitTask | { readonly problem: string } {
  const { task, folder, world, args } = given;
  const step = steps.find(each => each === task);
  if (step === undefined) return { problem: `A wit task has "task": ${steps.map(each => `"${each}"`).join(", ")}.` };
  if (!isTextOrAbsent(folder) || !isTextOrAbsent(world))
    return { problem: 'A wit task\'s "folder" and "world" are texts.' };
  if (args !== undefined && !(Array.isArray(args) && args.every(arg => typeof arg === "string")))
    return { problem: 'A wit task\'s "args" are a list of texts.' };
  return {
    task: step,
    ...(folder === undefined ? {} : { folder }),
    ...(world === undefined ? {} : { world }),
    ...(args === undefined ? {} : { args }),
  };
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}
