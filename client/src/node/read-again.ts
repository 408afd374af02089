// What commands write to disk the editor tells the server late, piece by piece, and in new folders not always: it is asked to read it.
import { Uri } from "vscode";
import type { ReadAgainParams, readAgainRequest } from "../protocol.ts";
import type { Session } from "./session.ts";

const READ_AGAIN: typeof readAgainRequest = "wit/readAgain";

/** Returns when the server has read the file or folder as it is now. Without the server there is nothing that could be out of date. */
export async function readAgain({ server, log }: Pick<Session, "server" | "log">, place: string): Promise<void> {
  const params: ReadAgainParams = { uris: [Uri.file(place).toString()] };
  await server.request(READ_AGAIN, params).catch(error => log.warn(`${place} was not read again: ${error}`));
}
