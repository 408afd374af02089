// The command "WIT: Doctor": one page with what is there, what is missing, and how to get it.
import { randomBytes } from "node:crypto";
import { commands, env, ViewColumn, type WebviewPanel, window } from "vscode";
import { install } from "../install.ts";
import type { Session } from "../session.ts";
import { type Action, collect, type Findings } from "./collect.ts";
import { page } from "./page.ts";
import { markdown, type Report } from "./report.ts";

let panel: WebviewPanel | undefined;

/** Shows the page and gives what it says; with `show: false` it gives the report alone. */
export async function doctor(session: Session, { show = true }: { readonly show?: boolean } = {}): Promise<Report> {
  if (!show) return (await look(session)).report;
  const [shown, isNew] = openPanel();
  let findings = await look(session);
  const refresh = async (): Promise<void> => {
    findings = await look(session);
    shown.webview.html = page(findings.report, nonce());
  };
  shown.webview.html = page(findings.report, nonce());
  if (isNew)
    shown.webview.onDidReceiveMessage((message: unknown) => void receive(session, () => findings, refresh, message));
  else shown.reveal();
  return findings.report;
}

function openPanel(): readonly [WebviewPanel, boolean] {
  if (panel !== undefined) return [panel, false];
  const made = window.createWebviewPanel("wit.doctor", "WIT: Doctor", ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [],
    retainContextWhenHidden: false,
  });
  panel = made;
  made.onDidDispose(() => {
    panel = undefined;
  });
  return [made, true];
}

async function look(session: Session): Promise<Findings> {
  const known = new Set(await commands.getCommands());
  return collect(session, command => known.has(command));
}

function nonce(): string {
  return randomBytes(16).toString("hex");
}

async function receive(
  session: Session,
  findings: () => Findings,
  refresh: () => Promise<void>,
  message: unknown,
): Promise<void> {
  const { action, value } = (message ?? {}) as { readonly action?: unknown; readonly value?: unknown };
  if (action === "copy-report") await env.clipboard.writeText(markdown(findings().report));
  else if (action === "copy" && typeof value === "string") await env.clipboard.writeText(value);
  else {
    const found = typeof action === "string" ? findings().actions.get(action) : undefined;
    if (found !== undefined) await act(session, found);
    await refresh();
  }
}

async function act(session: Session, action: Action): Promise<void> {
  if (action.kind === "command") await commands.executeCommand(action.command);
  else await install(session, action.call);
}
