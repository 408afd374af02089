// What a form shows of an exported function: a title, its signature, and its types, where they are known and not beyond measure.
import { callName } from "../wave/call.ts";
import { countParts, hasPart } from "../wave/parts.ts";
import { type FunctionType, type Resource, typeText, type WitType } from "../wave/wit-type.ts";
import type { Func } from "../wit/world-model.ts";
import { nameFunction } from "./named-types.ts";

export interface FunctionForm {
  /** As Wasmtime's command line names it, and no two functions of a component. */
  readonly key: string;
  /** The exported interface that has it; absent for a function of the world itself. */
  readonly instance?: string;
  /** `area`, `[method]canvas.draw`. */
  readonly name: string;
  /** For people: `area`, `canvas.draw`, `new canvas`. */
  readonly title: string;
  readonly signature: string;
  readonly docs: string;
  /** Absent where the types are not known: then only the form of its values can be judged. */
  readonly type?: FunctionType;
  /** Whether it has to do with resources, which live only in an instance that goes on running. */
  readonly needsInstance: boolean;
  /** Why nothing here can call it. */
  readonly refused?: string;
}

/** A function as it was found: `type` from the component, `text` from its WIT or its types. */
export interface Found {
  readonly instance?: string;
  readonly name: string;
  readonly type?: FunctionType;
  readonly text: {
    readonly params: readonly { readonly name: string; readonly type: string }[];
    readonly result?: string;
  };
}

const MOST_PARTS = 20_000;

/** `model` is the function in the world's WIT, where that is known. */
export function functionForm({ instance, name, type, text }: Found, model: Func | undefined): FunctionForm {
  const known = type !== undefined && countParts(type) <= MOST_PARTS ? type : undefined;
  const named = known && model ? nameFunction(known, model) : known;
  const refused = named && refusal(named);
  return {
    key: callName({ ...(instance === undefined ? {} : { instance }), name }),
    ...(instance === undefined ? {} : { instance }),
    name,
    title: titleOf(name),
    signature: named === undefined ? textSignature(name, text) : typeSignature(name, named),
    docs: model?.docs ?? "",
    ...(named === undefined ? {} : { type: named }),
    needsInstance: name.startsWith("[") || (named !== undefined && hasPart(named, isResource)),
    ...(refused === undefined ? {} : { refused }),
  };
}

/** The forms of a component's functions, without the calls for which there can't be a value: of a resource that none of them gives. */
export function refuseUngiven(forms: readonly FunctionForm[]): readonly FunctionForm[] {
  if (forms.some(({ type }) => type === undefined)) return forms;
  return forms.map(form => {
    const lacking = form
      .type!.params.flatMap(({ type }) => resourcesAskedFor(type))
      .find(each => !isGiven(each, forms));
    if (lacking === undefined || form.refused !== undefined) return form;
    const how = form.instance?.startsWith("wasi:http/") === true ? ' "WIT: Serve Component" calls it.' : "";
    return {
      ...form,
      refused: `It takes a resource that no function of the component returns: ${lacking.name}.${how}`,
    };
  });
}

function isGiven({ id }: Resource, forms: readonly FunctionForm[]): boolean {
  return forms.some(({ type }) => {
    const result = type?.result;
    const isIt = (part: WitType): boolean => part.kind === "handle" && part.resource?.id === id;
    return result !== undefined && hasPart({ params: [], result }, isIt);
  });
}

/** Those without which there is no value of a type: an option may be none. */
function resourcesAskedFor(type: WitType): readonly Resource[] {
  if (type.kind === "handle") return type.resource === undefined ? [] : [type.resource];
  if (type.kind === "record") return type.fields.flatMap(field => resourcesAskedFor(field.type));
  return type.kind === "tuple" ? type.elements.flatMap(resourcesAskedFor) : [];
}

/** `new canvas`, `canvas.draw`, or the name itself. */
export function titleOf(name: string): string {
  const [, kind, rest = ""] = /^\[(\w+)\](.+)$/.exec(name) ?? [];
  if (kind === undefined) return name;
  return kind === "constructor" ? `new ${rest}` : rest;
}

function textSignature(name: string, { params, result }: Found["text"]): string {
  const inside = params.map(param => `${param.name}: ${param.type}`).join(", ");
  return `${titleOf(name)}(${inside})${result === undefined ? "" : ` -> ${result}`}`;
}

function typeSignature(name: string, { params, result }: FunctionType): string {
  const own = name.startsWith("[method]") ? params.slice(1) : params;
  const texts = own.map(param => ({ name: param.name, type: typeText(param.type) }));
  const isNew = result === undefined || name.startsWith("[constructor]");
  return textSignature(name, { params: texts, ...(isNew ? {} : { result: typeText(result) }) });
}

function refusal(type: FunctionType): string | undefined {
  return hasPart(type, part => part.kind === "handle" && part.resource === undefined)
    ? "It takes or returns a stream, a future or an error context, for which no value can be typed or shown."
    : undefined;
}

const isResource = (type: WitType): boolean => type.kind === "handle" && type.resource !== undefined;
