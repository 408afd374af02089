// The command of code lenses: shows places that the server names, in the editor's own view of references.
import { commands, type Disposable, Location, Position, Range, Uri } from "vscode";
import type { ShownReferences, showReferencesCommand } from "./protocol.ts";

const name: typeof showReferencesCommand = "wit.showReferences";

/** Registers the command. The editor's own one takes objects of the editor, which the protocol does not have. */
export function showReferences(): Disposable {
  return commands.registerCommand(name, ({ uri, position, locations }: ShownReferences) =>
    commands.executeCommand(
      "editor.action.showReferences",
      Uri.parse(uri),
      new Position(position.line, position.character),
      locations.map(({ uri: other, range: { start, end } }) => {
        const range = new Range(start.line, start.character, end.line, end.character);
        return new Location(Uri.parse(other), range);
      }),
    ),
  );
}
