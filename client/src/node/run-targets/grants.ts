// What a component may use of the machine: nothing, unless a person has granted it.

export interface Grants {
  readonly env: readonly GrantedVariable[];
  readonly folders: readonly GrantedFolder[];
  /** Sockets, name lookup and outgoing HTTP. */
  readonly network: boolean;
  /** Milliseconds; 0 leaves it to the setting `wit.run.timeout`. */
  readonly timeLimitMs: number;
  /** Bytes that each memory of the component may grow to; 0 for no limit. */
  readonly memoryLimit: number;
}

export interface GrantedVariable {
  readonly name: string;
  /** When absent, the value that VS Code's own environment has when the component starts. */
  readonly value?: string;
}

export interface GrantedFolder {
  /** Absolute path on this machine. */
  readonly host: string;
  /** The guest's path for it: `/data`. */
  readonly guest: string;
  readonly writable: boolean;
}

export const noGrants: Grants = { env: [], folders: [], network: false, timeLimitMs: 0, memoryLimit: 0 };

const MEGABYTE = 1024 * 1024;

/** In words, for the first line of a run: `nothing`, or `network; folder /home/ann/data as /data, read-only`. */
export function describeGrants(grants: Grants): string {
  const limits = limitsOf(grants);
  const given = [
    ...grants.env.map(({ name, value }) => `variable ${name}${value === undefined ? " as it is here" : ""}`),
    ...grants.folders.map(describeFolder),
    ...(grants.network ? ["network"] : []),
  ];
  return `${given.join("; ") || "nothing"}${limits === "" ? "" : `; at most ${limits}`}`;
}

export function describeFolder({ host, guest, writable }: GrantedFolder): string {
  return `folder ${host} as ${guest}, ${writable ? "writable" : "read-only"}`;
}

function limitsOf({ timeLimitMs, memoryLimit }: Grants): string {
  const limits = [
    ...(timeLimitMs > 0 ? [`${timeLimitMs / 1000} s`] : []),
    ...(memoryLimit > 0 ? [`${Math.round(memoryLimit / MEGABYTE)} MB of memory`] : []),
  ];
  return limits.join(" and ");
}

/** Grants out of what was remembered, by any version of the extension: what is not understood is not granted. */
export function readGrants(stored: unknown): Grants {
  if (typeof stored !== "object" || stored === null) return noGrants;
  const { env, folders, network, timeLimitMs, memoryLimit } = stored as Partial<Record<keyof Grants, unknown>>;
  return {
    env: Array.isArray(env) ? env.filter(isVariable) : [],
    folders: Array.isArray(folders) ? folders.filter(isFolder) : [],
    network: network === true,
    timeLimitMs: limit(timeLimitMs),
    memoryLimit: limit(memoryLimit),
  };
}

function isVariable(part: unknown): part is GrantedVariable {
  const { name, value } = (part ?? {}) as Partial<Record<keyof GrantedVariable, unknown>>;
  return typeof name === "string" && nameProblem(name) === undefined && ["string", "undefined"].includes(typeof value);
}

function isFolder(part: unknown): part is GrantedFolder {
  const { host, guest, writable } = (part ?? {}) as Partial<Record<keyof GrantedFolder, unknown>>;
  return typeof host === "string" && typeof guest === "string" && typeof writable === "boolean";
}

function limit(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;
}

/** Why `text` (`NAME` or `NAME=value`) can't be granted; `undefined` when it can. */
export function variableProblem(text: string): string | undefined {
  return nameProblem(readVariable(text).name);
}

function nameProblem(name: string): string | undefined {
  if (name === "") return "A name is missing: NAME, or NAME=value.";
  return /[\s\0=]/.test(name) ? "A variable's name has no spaces." : undefined;
}

/** `NAME=value`, or `NAME` for the value that it has here. */
export function readVariable(text: string): GrantedVariable {
  const at = text.indexOf("=");
  return at < 0 ? { name: text.trim() } : { name: text.slice(0, at).trim(), value: text.slice(at + 1) };
}

/** Why a folder can't have this path in the guest; `undefined` when it can. */
export function guestPathProblem(guest: string, others: readonly GrantedFolder[]): string | undefined {
  if (!/^\/|^\.$/.test(guest)) return 'The path starts with "/", or is "." for where relative paths start.';
  if (/::|\0/.test(guest)) return 'The path must not contain "::".';
  const same = others.find(folder => folder.guest === guest);
  return same === undefined ? undefined : `${same.host} is there already.`;
}

/** The variables with their values; those to take from here that are not set here are left out. */
export function environmentOf(
  { env }: Grants,
  here: Readonly<Record<string, string | undefined>>,
): readonly (readonly [name: string, value: string])[] {
  return env.flatMap(({ name, value = here[name] }) => (value === undefined ? [] : [[name, value] as const]));
}

/** The same grants with the values of all variables, for a process that must not look for them itself. */
export function withValues(grants: Grants, here: Readonly<Record<string, string | undefined>>): Grants {
  return { ...grants, env: environmentOf(grants, here).map(([name, value]) => ({ name, value })) };
}

/** The same grants with a variable, which takes the place of one of that name. */
export function withVariable(grants: Grants, variable: GrantedVariable): Grants {
  const others = grants.env.filter(({ name }) => name !== variable.name);
  return { ...grants, env: [...others, variable] };
}
