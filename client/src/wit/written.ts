// What resolved packages have anywhere that older parsers of WIT can't read.

import { type FunctionJson, type ItemJson, isLabelled, type ResolveJson } from "./resolve-json.ts";
import type { Construct, Constructs } from "./world-model.ts";

export function writtenIn(resolve: ResolveJson): Constructs {
  const items = resolve.worlds.flatMap(({ imports, exports }) => [
    ...Object.entries(imports),
    ...Object.entries(exports),
  ]);
  const functions = [
    ...resolve.interfaces.flatMap(each => Object.values(each.functions)),
    ...items.flatMap(([, item]) => ("function" in item ? [item.function] : [])),
  ];
  const found: (readonly [Construct, string | undefined])[] = [
    ["accessor", functions.find(isAccessor)?.name],
    ["label", items.find(([key, item]) => "interface" in item && isLabelled(resolve, key, item.interface.id))?.[0]],
    [
      "external-id",
      [...functions, ...resolve.types, ...items.map(identified)].find(each => each.external_id)?.external_id,
    ],
  ];
  return new Map(found.flatMap(([construct, place]) => (place === undefined ? [] : [[construct, place] as const])));
}

function isAccessor({ kind }: FunctionJson): boolean {
  return /[gs]etter$/.test(typeof kind === "string" ? kind : (Object.keys(kind)[0] ?? ""));
}

function identified([, item]: readonly [string, ItemJson]): { readonly external_id?: string } {
  return "interface" in item ? item.interface : {};
}
