// Opens what is served in the browser of the person who works here.
import { env, Uri } from "vscode";

/** In a remote window the address is that of the machine there, which VS Code makes reachable here. */
export async function openInBrowser(url: string): Promise<void> {
  await env.openExternal(await env.asExternalUri(Uri.parse(url)));
}
