// Shows that something is going on, with a button that stops it.
import { ProgressLocation, window } from "vscode";

/** Runs `work` under a notification with a Cancel button, which aborts the signal. */
export async function withProgress<Result>(
  title: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, (_progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return work(controller.signal);
  });
}
