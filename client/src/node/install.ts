// Installs a tool with a program that is there already (npm, cargo, pip), with its output shown and a way to stop it.
import path from "node:path";
import { tell } from "./commands/reply.ts";
import { describeEnding } from "./endings.ts";
import { liveOutput } from "./live-output.ts";
import { runTool, type ToolCall } from "./process.ts";
import type { Session } from "./session.ts";

/** Whether it worked; a person is told where it did not. */
export async function install(session: Session, call: ToolCall): Promise<boolean> {
  session.output.show(true);
  session.output.appendLine(`── ${path.basename(call.program)} ${call.args.join(" ")} in ${call.cwd}`);
  const live = liveOutput(session.output);
  const end = await session.progress(`Installing ${call.args.slice(1).at(-1) ?? "dependencies"}`, signal =>
    runTool(call, { signal, onOutput: (_stream, text) => live.write(text) }),
  );
  live.end();
  const good = end.how.kind === "exited" && end.how.code === 0;
  if (!good) tell(session, `The installation did not work. ${describeEnding(end.how) ?? "The output says why."}`);
  return good;
}
