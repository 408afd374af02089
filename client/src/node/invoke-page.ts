// The page that holds the form: no code or style in it but the two files beside the extension.
import { randomBytes } from "node:crypto";
import { Uri, type Webview } from "vscode";

/** The only folder that the page may read from. */
export function pageFolder(extensionFolder: string): Uri {
  return Uri.joinPath(Uri.file(extensionFolder), "client", "dist", "webview");
}

export function pageHtml(webview: Webview, folder: Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const uri = (name: string): string => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uri("invoke.css")}">
<title>Invoke</title>
</head>
<body>
<script nonce="${nonce}" src="${uri("invoke.js")}"></script>
</body>
</html>`;
}
