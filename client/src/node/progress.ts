// Shows that something is going on, with a button that stops it.
import { ProgressLocation, window } from "vscode";

/** Runs `work` under a notification with a Cancel button, which aborts the signal; `report` shows what is going on behind the title. */
export async function withProgress<Result>(
  title: string,
  work: (signal: AbortSignal, report: (message: string) => void) => Promise<Result>,
): Promise<Result> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, (progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return work(controller.signal, message => progress.report({ message }));
  });
}
