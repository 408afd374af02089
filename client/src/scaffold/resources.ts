// Resources behind the names that interfaces have for them.
import type { TypeDef } from "../wit/world-model.ts";

/** The resource that a name stands for in the end. */
export function baseResource(resource: TypeDef): TypeDef {
  const { body } = resource;
  return body.kind === "alias" && body.type.kind === "named" ? baseResource(body.type.def) : resource;
}
