// Answers to signature help: the forms that fit, with the one and the part that are being written.
import type { SignatureHelp, SignatureHelpParams } from "vscode-languageserver";
import { note } from "../features/sections.ts";
import { signatureHelp } from "../features/signature-help.ts";
import { markup } from "./editor.ts";
import { placeAt } from "./places.ts";
import type { Snapshot } from "./session.ts";

export function answerSignatureHelp(s: Snapshot, params: SignatureHelpParams): SignatureHelp | undefined {
  const at = placeAt(s, params);
  const help = at && signatureHelp(at.file, at.offset);
  if (!help) return undefined;
  return {
    signatures: help.forms.map(({ label, parts, meaning }) => ({
      label,
      parameters: parts.map(part => ({ label: part })),
      documentation: markup([note(meaning)], s.client.signatureMarkdown),
    })),
    activeSignature: help.form,
    ...(help.part === undefined ? {} : { activeParameter: help.part }),
  };
}
