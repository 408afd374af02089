// Puts the names and the documentation of a WIT into the types of a component, which has only their shapes.
import type { FunctionType, Named, WitType } from "../wave/wit-type.ts";
import { type Func, type Type, type TypeBody, withoutAliases } from "../wit/world-model.ts";

/** The function's type with what its WIT says; parts that the WIT has otherwise stay as they are. */
export function nameFunction(type: FunctionType, { params, result, kind }: Func): FunctionType {
  // A method's first parameter is the resource itself, which the WIT does not write.
  const skipped = kind === "method" ? 1 : 0;
  return {
    params: type.params.map((param, index) => ({
      ...param,
      type: nameType(param.type, params[index - skipped]?.type),
    })),
    result: type.result && nameType(type.result, result),
  };
}

function nameType(type: WitType, model: Type | undefined): WitType {
  if (model === undefined) return type;
  return { ...nameParts(type, withoutAliases(model)), ...nameOf(type, model) };
}

/** The name and documentation by which the WIT speaks of the type here. */
function nameOf(type: WitType, model: Type): Pick<WitType, "name" | "docs"> {
  if (model.kind !== "named" || type.kind === "handle") return {};
  const docs = docsOf(model);
  return { name: model.def.name, ...(docs === "" ? {} : { docs }) };
}

function docsOf(model: Type): string {
  if (model.kind !== "named") return "";
  const { docs, body } = model.def;
  return docs !== "" || body.kind !== "alias" ? docs : docsOf(body.type);
}

function nameParts(type: WitType, model: Type): WitType {
  if (model.kind === "named") return nameBody(type, model.def.body);
  switch (type.kind) {
    case "list":
      return model.kind === "list" ? { ...type, element: nameType(type.element, model.element) } : type;
    case "option":
      return model.kind === "option" ? { ...type, element: nameType(type.element, model.element) } : type;
    case "map":
      return model.kind === "map"
        ? { ...type, key: nameType(type.key, model.key), value: nameType(type.value, model.value) }
        : type;
    case "tuple":
      return model.kind === "tuple"
        ? { ...type, elements: type.elements.map((element, index) => nameType(element, model.elements[index])) }
        : type;
    case "result":
      return model.kind === "result"
        ? { ...type, ok: type.ok && nameType(type.ok, model.ok), err: type.err && nameType(type.err, model.err) }
        : type;
    default:
      return type;
  }
}

function nameBody(type: WitType, body: TypeBody): WitType {
  if (type.kind === "record" && body.kind === "record") {
    return { ...type, fields: type.fields.map(field => nameField(field, body.fields)) };
  }
  if (type.kind === "variant" && body.kind === "variant") {
    const cases = type.cases.map(item => {
      const model = body.cases.find(({ name }) => name === item.name);
      return { ...item, ...docsIn(model), type: item.type && nameType(item.type, model?.type) };
    });
    return { ...type, cases };
  }
  return type;
}

interface Documented {
  readonly docs?: string;
}

function nameField(
  field: Named,
  models: readonly (Documented & { readonly name: string; readonly type: Type })[],
): Named {
  const model = models.find(({ name }) => name === field.name);
  return { ...field, ...docsIn(model), type: nameType(field.type, model?.type) };
}

function docsIn(model: Documented | undefined): Documented {
  return model?.docs === undefined ? {} : { docs: model.docs };
}
