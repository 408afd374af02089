// Names an exported function the way Wasmtime's `--invoke` takes it, and writes the call.

/** An exported function: `instance` is the exported interface that has it, absent for a function of the world itself. */
export interface ExportedFunction {
  readonly instance?: string;
  readonly name: string;
}

/** `demo:kit/shapes.area@0.1.0` for `area` of `demo:kit/shapes@0.1.0`: the version comes after the function. */
export function callName({ instance, name }: ExportedFunction): string {
  if (instance === undefined) return name;
  const at = instance.indexOf("@");
  return at < 0 ? `${instance}.${name}` : `${instance.slice(0, at)}.${name}${instance.slice(at)}`;
}

/** The whole call in WAVE; `args` are the values, separated by commas, without the parentheses around them. */
export function callText(target: string, args: string): string {
  return `${target}(${args.trim()})`;
}

/** A function that a person or a program named: `add`, `greetings.greet`, `demo:kit/shapes.area@0.1.0` or `demo:kit/shapes@0.1.0#area`. */
export function parseFunctionName(text: string): ExportedFunction {
  const hash = text.indexOf("#");
  if (hash >= 0) return { instance: text.slice(0, hash), name: text.slice(hash + 1) };
  const [path = "", version] = splitVersion(text);
  const dot = path.lastIndexOf(".");
  if (dot < 0) return { name: text };
  return { instance: path.slice(0, dot) + (version ?? ""), name: path.slice(dot + 1) };
}

/** Whether `named` can mean `candidate`: an interface may be given by its last name alone, and without its version. */
export function means(named: ExportedFunction, candidate: ExportedFunction): boolean {
  if (named.name !== candidate.name) return false;
  if (named.instance === undefined || named.instance === candidate.instance) return true;
  if (candidate.instance === undefined) return false;
  const [path = "", version] = splitVersion(candidate.instance);
  const [namedPath = "", namedVersion] = splitVersion(named.instance);
  if (namedVersion !== undefined && namedVersion !== version) return false;
  return namedPath === path || namedPath === path.slice(path.lastIndexOf("/") + 1);
}

function splitVersion(text: string): readonly [string, string?] {
  const at = text.indexOf("@");
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at)];
}
