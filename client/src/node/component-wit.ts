// The WIT of a component: its world with every package that this names, printed in a process of its own.
import { componentTool, componentToolError } from "./component-tool.ts";
import { describeEnding } from "./endings.ts";
import { Refusal } from "./refusal.ts";
import type { Session } from "./session.ts";

const LIMIT_MS = 60_000;

/** Refuses with the reason where the file is no component, or one that can't be read. */
export async function printedWit(session: Session, component: string): Promise<string> {
  const end = await componentTool({ kind: "wit", component }, session.extensionFolder, { timeoutMs: LIMIT_MS });
  if (end.how.kind === "exited" && end.how.code === 0) return end.stdout;
  throw new Refusal(`The WIT of ${component} can't be read: ${describeEnding(end.how) ?? componentToolError(end)}`);
}
