// Serves VS Code for the web, the extension and the tests to a browser on this machine. The workbench is the one inside VS Code's server,
// told that there is no server: extensions run in the web extension host, and every file comes from an extension's file system.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { Advice } from "./log.mjs";
import { ensureVscodeServer } from "./vscode-server.mjs";
import { contentTypeOf } from "./vsix.mjs";

const workbench = "/vscode/out/vs/code/browser/workbench";

// The build takes the page's own host for a server that it must connect to, and keeps a person's settings there. Without these two it
// is an editor on its own, with settings in the browser.
const connections = [
  [/,remoteAuthority:location\.host\}/g, "}"],
  [/(get userRoamingDataHome\(\)\{return [^}]*\{scheme:\w+\.)vscodeRemote\}/g, "$1vscodeUserData}"],
];

/**
 * Serves on the loopback interface and gives `{origin, stop()}`. `folders` are served by their names (`/extension/…`), besides the editor;
 * `answers` are texts, by their paths; `options(origin)` is what the workbench is made with.
 */
export async function serveWeb({ folders, answers = {}, options }) {
  const { main } = await ensureVscodeServer();
  const editor = path.resolve(path.dirname(main), "..");
  const script = await workbenchScript(editor);
  const roots = { ...folders, vscode: editor };
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, origin).pathname);
    const texts = { ...answers, "/": page(options(origin)), [`${workbench}/workbench.js`]: script };
    answer(response, name, texts, roots).catch(error => response.writeHead(500).end(String(error)));
  });
  // Only this name: the page of the extension host allows connections to it alone.
  await new Promise(resolve => server.listen(0, "localhost", resolve));
  const origin = `http://localhost:${server.address().port}`;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin, stop };
}

async function workbenchScript(editor) {
  const script = await readFile(path.join(editor, ...workbench.split("/").slice(2), "workbench.js"), "utf8");
  return connections.reduce((text, [connecting, instead]) => {
    if (text.match(connecting)?.length !== 1)
      throw new Advice("The workbench of this version of VS Code's server can't be opened without the server.");
    return text.replace(connecting, instead);
  }, script);
}

async function answer(response, name, texts, roots) {
  if (Object.hasOwn(texts, name)) {
    response.writeHead(200, { "Content-Type": name === "/" ? "text/html; charset=utf-8" : contentTypeOf(name) });
    response.end(texts[name]);
    return;
  }
  const [, root, ...rest] = name.split("/");
  const file = Object.hasOwn(roots, root) && !rest.includes("..") ? path.join(roots[root], ...rest) : undefined;
  const known = file && (await stat(file).catch(() => undefined));
  if (!known?.isFile()) {
    // The build has its own extensions' parts for the browser in its list, and not on disk: they do nothing.
    const isMissingPart = name.startsWith("/vscode/extensions/") && name.endsWith(".js");
    response.writeHead(isMissingPart ? 200 : 404, { "Content-Type": contentTypeOf(name) }).end();
    return;
  }
  response.writeHead(200, { "Content-Type": contentTypeOf(file), "Content-Length": known.size });
  createReadStream(file).pipe(response);
}

function page(options) {
  const settings = JSON.stringify(options).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${settings}">
<link rel="stylesheet" href="${workbench}/workbench.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = new URL("/vscode/out/", location).href;</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="${workbench}/workbench.js"></script>
</html>
`;
}
