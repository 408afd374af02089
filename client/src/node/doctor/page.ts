// The Doctor's page: the report as HTML for a web view. All that comes from outside is escaped.
import { markOf, type Report, type Row, type Section, stateOf } from "./report.ts";

/** `nonce` lets the page's own script and style run, and nothing else. */
export function page(report: Report, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>WIT: Doctor</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header><h1>WIT Tools</h1><p>${summary(report)}</p>
<div class="actions"><button data-action="again">Check Again</button> <button class="quiet" data-action="copy-report">Copy Report</button></div></header>
<main>${report.sections.map(section).join("\n")}</main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}

function summary({ sections }: Report): string {
  const rows = sections.flatMap(({ rows: all }) => all);
  const missing = rows.filter(({ state }) => state === "missing").length;
  const warned = rows.filter(({ state }) => state === "warning").length;
  if (missing + warned === 0) return "Everything that was looked for is there.";
  const parts = [...(missing === 0 ? [] : [`${missing} missing`]), ...(warned === 0 ? [] : [`${warned} to look at`])];
  return `${parts.join(", ")}. You need only the tools of the languages that you use.`;
}

function section(found: Section): string {
  const state = stateOf(found);
  return `<section><h2><span class="mark ${state}" aria-hidden="true">${markOf(state)}</span> ${escaped(found.title)}</h2>
<ul>${found.rows.map(row).join("\n")}</ul></section>`;
}

const WORDS = { good: "found", warning: "warning", missing: "missing", off: "off", told: "" } as const;

function row({ state, title, detail, command, button }: Row): string {
  const helps = [...commandParts(command), ...buttonParts(button)];
  const help = helps.length === 0 ? "" : `<p class="help">${helps.join(" ")}</p>`;
  const mark = `<span class="mark ${state}" role="img" aria-label="${WORDS[state]}">${markOf(state)}</span>`;
  // A message starts with what it is about.
  const rest = detail.startsWith(title) ? detail.slice(title.length) : ` ${detail}`;
  return `<li>${mark}<div><strong>${escaped(title)}</strong><span class="detail">${linked(rest)}</span>${help}</div></li>`;
}

function buttonParts(button: Row["button"]): readonly string[] {
  return button === undefined
    ? []
    : [`<button data-action="${escaped(button.action)}">${escaped(button.label)}</button>`];
}

function commandParts(command: string | undefined): readonly string[] {
  if (command === undefined) return [];
  const text = escaped(command);
  return [
    `<code>${text}</code>`,
    `<button class="quiet" data-action="copy" data-value="${text}" aria-label="Copy the command ${text}">Copy</button>`,
  ];
}

/** Addresses can be clicked; a sentence's own marks behind one are no part of it. */
function linked(text: string): string {
  return escaped(text).replace(/https:\/\/[\w./?=%#~:-]*[\w/=#-]/g, address => `<a href="${address}">${address}</a>`);
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const STYLE = `
body { max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; line-height: 1.45; color: var(--vscode-foreground); }
header { display: grid; grid-template-columns: 1fr auto; align-items: center; column-gap: 1rem; }
h1 { font-size: 1.5rem; font-weight: 500; margin: 0.5rem 0 0; }
header p { grid-row: 2; margin: 0 0 0.5rem; color: var(--vscode-descriptionForeground); }
.actions { grid-row: 1 / span 2; grid-column: 2; }
h2 { font-size: 1.05rem; font-weight: 600; margin: 1.4rem 0 0.3rem; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-widget-border)); padding-bottom: 0.25rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: flex; gap: 0.6rem; padding: 0.25rem 0; }
li > div { min-width: 0; overflow-wrap: anywhere; }
li p { margin: 0.3rem 0; }
.detail { color: var(--vscode-descriptionForeground); }
.mark { flex: none; display: inline-block; width: 1.2em; text-align: center; font-weight: 700; }
.good { color: var(--vscode-testing-iconPassed, #388a34); }
.missing { color: var(--vscode-testing-iconFailed, #c72e0f); }
.warning { color: var(--vscode-editorWarning-foreground, #bf8803); }
.off, .told { color: var(--vscode-descriptionForeground); }
a { color: var(--vscode-textLink-foreground); }
code { font-family: var(--vscode-editor-font-family); background: var(--vscode-textCodeBlock-background); padding: 0.15rem 0.4rem; border-radius: 3px; }
button { font: inherit; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; padding: 0.2rem 0.7rem; cursor: pointer; }
button:hover { background: var(--vscode-button-hoverBackground); }
button.quiet { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button.quiet:hover { background: var(--vscode-button-secondaryHoverBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;

const SCRIPT = `
const vscode = acquireVsCodeApi();
document.addEventListener("click", event => {
  const button = event.target.closest("button[data-action]");
  if (button === null) return;
  vscode.postMessage({ action: button.dataset.action, value: button.dataset.value });
  if (!button.dataset.action.startsWith("copy")) return;
  const before = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = before; }, 1200);
});
`;
