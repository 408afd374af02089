// What all commands have in common: trust comes first, faults become words, and a person sees them while a caller gets them.
import { commands, window, workspace } from "vscode";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import type { Asking } from "./results.ts";

const SHOW = "Show Output";
const TRUST = "Manage Trust";

class NotTrusted extends Refusal {}

/** Whether a person is there to be asked: where a command comes without arguments, or where they say so. */
export function isAsking(asked: Asking | undefined): boolean {
  return asked?.ask ?? asked === undefined;
}

/** Runs a command's work; whatever keeps it from being done is told in the result that `failed` makes, and never thrown. */
export async function reply<Result>(
  session: Session,
  interactive: boolean,
  work: () => Promise<Result>,
  failed: (message: string) => Result,
): Promise<Result> {
  try {
    requireTrust();
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof Refusal) session.log.warn(message);
    else session.log.error(error instanceof Error ? error : message);
    if (interactive && error instanceof NotTrusted) offerTrust(message);
    else if (interactive && !(error instanceof Cancelled)) tell(session, message);
    return failed(message);
  }
}

function requireTrust(): void {
  if (workspace.isTrusted) return;
  throw new NotTrusted(
    'Building, running and fetching is off because this workspace is not trusted. Trust it with "Workspaces: Manage Workspace Trust" if you know where its files come from.',
  );
}

function offerTrust(message: string): void {
  void window.showWarningMessage(message, TRUST).then(async answer => {
    if (answer === TRUST) await commands.executeCommand("workbench.trust.manage");
  });
}

/** Tells a person what went wrong; does not wait for the answer. */
export function tell(session: Session, message: string): void {
  void window.showErrorMessage(message, SHOW).then(answer => {
    if (answer === SHOW) session.output.show(true);
  });
}
