// Asks which exported function is to be called.
import { window } from "vscode";
import type { FunctionForm } from "../../form/function-form.ts";

/** `last` is the key of the one called last, which comes first. */
export async function pickFunction(
  forms: readonly FunctionForm[],
  last: string | undefined,
): Promise<FunctionForm | undefined> {
  const ordered = [...forms.filter(({ key }) => key === last), ...forms.filter(({ key }) => key !== last)];
  const items = ordered.map(form => ({
    label: form.signature,
    description: form.instance ?? "",
    ...detail(form),
    form,
  }));
  const picked = await window.showQuickPick(items, {
    title: "Function to call",
    placeHolder: "Which function?",
    matchOnDescription: true,
  });
  return picked?.form;
}

function detail({ refused, needsInstance, docs }: FunctionForm): { readonly detail?: string } {
  if (refused !== undefined) return { detail: `$(circle-slash) ${refused}` };
  if (needsInstance)
    return { detail: "$(server-process) In the embedded runtime, where resources live on between calls" };
  const [line = ""] = docs.split("\n");
  return line === "" ? {} : { detail: line };
}
