// A page like the one that VS Code gives to a web view: its colours, its function to send messages, and the built script.
import { at } from "../../../scripts/lib/paths.mjs";

const FONTS = {
  "font-family": "system-ui, 'Droid Sans', sans-serif",
  "font-size": "13px",
  "editor-font-family": "'Droid Sans Mono', monospace",
  "editor-font-size": "13px",
};

// The colours of VS Code's default themes that the form uses.
const THEMES = {
  dark: {
    foreground: "#cccccc",
    descriptionForeground: "#9d9d9d",
    errorForeground: "#f85149",
    focusBorder: "#0078d4",
    "editor-background": "#1f1f1f",
    "editor-foreground": "#cccccc",
    "input-background": "#313131",
    "input-foreground": "#cccccc",
    "input-border": "#3c3c3c",
    "inputValidation-errorBorder": "#be1100",
    "dropdown-background": "#313131",
    "dropdown-foreground": "#cccccc",
    "dropdown-border": "#3c3c3c",
    "button-background": "#0078d4",
    "button-foreground": "#ffffff",
    "button-hoverBackground": "#026ec1",
    "button-secondaryBackground": "#313131",
    "button-secondaryForeground": "#cccccc",
    "button-secondaryHoverBackground": "#3c3c3c",
    "panel-border": "#2b2b2b",
    "widget-border": "#313131",
    "editorWidget-background": "#202020",
    "editorError-foreground": "#f14c4c",
    "editorSuggestWidget-background": "#202020",
    "editorSuggestWidget-border": "#454545",
    "editorSuggestWidget-selectedBackground": "#04395e",
    "editorSuggestWidget-selectedForeground": "#ffffff",
    "testing-iconPassed": "#73c991",
    "tree-indentGuidesStroke": "#585858",
    "symbolIcon-fieldForeground": "#75beff",
  },
  light: {
    foreground: "#3b3b3b",
    descriptionForeground: "#3b3b3bb3",
    errorForeground: "#f85149",
    focusBorder: "#005fb8",
    "editor-background": "#ffffff",
    "editor-foreground": "#3b3b3b",
    "input-background": "#ffffff",
    "input-foreground": "#3b3b3b",
    "input-border": "#cecece",
    "inputValidation-errorBorder": "#be1100",
    "dropdown-background": "#ffffff",
    "dropdown-foreground": "#3b3b3b",
    "dropdown-border": "#cecece",
    "button-background": "#005fb8",
    "button-foreground": "#ffffff",
    "button-hoverBackground": "#0258a8",
    "button-secondaryBackground": "#e5e5e5",
    "button-secondaryForeground": "#3b3b3b",
    "button-secondaryHoverBackground": "#cccccc",
    "panel-border": "#e5e5e5",
    "widget-border": "#e5e5e5",
    "editorWidget-background": "#f8f8f8",
    "editorError-foreground": "#e51400",
    "editorSuggestWidget-background": "#f8f8f8",
    "editorSuggestWidget-border": "#c8c8c8",
    "editorSuggestWidget-selectedBackground": "#e8e8e8",
    "testing-iconPassed": "#73c991",
    "tree-indentGuidesStroke": "#a9a9a9",
    "symbolIcon-fieldForeground": "#007acc",
  },
};

/** Opens the form; `sent()` gives what it sent, `receive(message)` sends it one. */
export async function openForm(page, { theme = "dark", state } = {}) {
  const variables = Object.entries({ ...FONTS, ...THEMES[theme] }).map(
    ([name, value]) => `--vscode-${name}: ${value};`,
  );
  const style = `:root { ${variables.join(" ")} color-scheme: ${theme}; } body { background: var(--vscode-editor-background); margin: 0; }`;
  await page.setContent(`<!DOCTYPE html><html lang="en"><head><style>${style}</style></head><body></body></html>`);
  await page.addStyleTag({ path: at("client", "dist", "webview", "invoke.css") });
  await page.evaluate(saved => {
    window.sent = [];
    window.saved = saved;
    window.acquireVsCodeApi = () => ({
      postMessage: message => window.sent.push(message),
      getState: () => window.saved,
      setState: state => {
        window.saved = state;
      },
    });
  }, state);
  await page.addScriptTag({ path: at("client", "dist", "webview", "invoke.js") });
  return {
    sent: () => page.evaluate(() => window.sent),
    state: () => page.evaluate(() => window.saved),
    receive: message => page.evaluate(data => window.postMessage(data, "*"), message),
  };
}
