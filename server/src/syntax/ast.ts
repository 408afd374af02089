// The typed views of WIT text: units, the members that a file is made of, and containers, which are lists of members.
//
// A unit is immutable and knows nothing of its surroundings: its offsets count from its own start, leading comments
// included. The same text gives the same unit. Containers are made anew when one of their members changes.

/** A name as written; `text` is without `%`, the offsets include it. */
export interface Ident {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Version {
  /** As written: `1.2.3-rc.1`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `a:b@1.0.0`; nested namespaces and names (`a:b:c/d`) keep their segments in order. */
export interface PackageName {
  readonly namespaces: readonly Ident[];
  readonly names: readonly Ident[];
  readonly version?: Version;
  readonly start: number;
  readonly end: number;
}

/** What `use`, `import`, `export` and `include` point at: `iface`, or `ns:pkg/iface@1.0.0`. */
export interface UsePath {
  readonly package?: PackageName;
  readonly name: Ident;
  readonly start: number;
  readonly end: number;
}

export type Attribute =
  | {
      readonly kind: "since" | "deprecated";
      readonly name: Ident;
      readonly version?: Version;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "unstable";
      readonly name: Ident;
      readonly feature?: Ident;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "external-id";
      readonly name: Ident;
      readonly value?: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "unknown"; readonly name: Ident; readonly start: number; readonly end: number };

export type TypeExpr =
  | { readonly kind: "primitive"; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: "name"; readonly name: Ident; readonly start: number; readonly end: number }
  | {
      readonly kind: "list" | "option" | "stream" | "future";
      readonly element?: TypeExpr;
      readonly size?: number;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "map";
      readonly key?: TypeExpr;
      readonly value?: TypeExpr;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "result";
      readonly ok?: TypeExpr;
      readonly err?: TypeExpr;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "tuple"; readonly elements: readonly TypeExpr[]; readonly start: number; readonly end: number }
  | { readonly kind: "own" | "borrow"; readonly name?: Ident; readonly start: number; readonly end: number };

/** A record's field, a case, a flag or a parameter. `type` is absent where it may be, or where it is not written yet. */
export interface Field {
  readonly name: Ident;
  readonly type?: TypeExpr;
  /** Where its comments and itself lie, for hover and outline. */
  readonly start: number;
  readonly end: number;
}

export interface FuncType {
  readonly async: boolean;
  readonly accessor?: "get" | "set";
  readonly params: readonly Field[];
  readonly result?: TypeExpr;
  /** Start of `func`, `get` or `set`: where the reference parser places what is wrong with a function as a whole. */
  readonly start: number;
  readonly end: number;
}

export interface UseName {
  readonly name: Ident;
  readonly alias?: Ident;
}

export interface IncludeName {
  readonly name: Ident;
  readonly alias?: Ident;
}

/** A place where the text stops being WIT. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  /** Where the reference parser stops, or `next`: at the first token after the unit. */
  readonly at: number | "next";
  /** What an editor underlines. */
  readonly start: number;
  readonly end: number;
  /** What would mend it, for quick fixes: the punctuation mark or keyword that is missing. */
  readonly missing?: string;
}

interface UnitBase {
  /** Text with leading white space and comments; offsets count from its start. */
  readonly text: string;
  /** Start of the first token; attributes are part of the unit, comments are not. */
  readonly start: number;
  /** End of the last token. */
  readonly end: number;
  readonly attributes: readonly Attribute[];
  readonly problems: readonly SyntaxProblem[];
}

export interface PackageUnit extends UnitBase {
  readonly kind: "package";
  readonly name?: PackageName;
}
export interface TopUseUnit extends UnitBase {
  readonly kind: "top-use";
  readonly path?: UsePath;
  readonly alias?: Ident;
}
export interface UseUnit extends UnitBase {
  readonly kind: "use";
  readonly path?: UsePath;
  readonly names: readonly UseName[];
}
export interface AliasUnit extends UnitBase {
  readonly kind: "type";
  readonly name?: Ident;
  readonly type?: TypeExpr;
}
export interface FieldsUnit extends UnitBase {
  readonly kind: "record" | "variant" | "enum" | "flags";
  readonly name?: Ident;
  readonly fields: readonly Field[];
}
/** A resource without a body, or the head of one with a body. */
export interface ResourceUnit extends UnitBase {
  readonly kind: "resource";
  readonly name?: Ident;
}
export interface FuncUnit extends UnitBase {
  readonly kind: "func";
  readonly name?: Ident;
  readonly static: boolean;
  readonly func?: FuncType;
}
export interface ConstructorUnit extends UnitBase {
  readonly kind: "constructor";
  /** The keyword. */
  readonly name: Ident;
  readonly func: FuncType;
}
/** `import` or `export` of a path, a named path, a function, or the head of an inline interface. */
export interface ExternUnit extends UnitBase {
  readonly kind: "import" | "export";
  readonly name?: Ident;
  readonly path?: UsePath;
  readonly func?: FuncType;
  readonly inline: boolean;
}
export interface IncludeUnit extends UnitBase {
  readonly kind: "include";
  readonly path?: UsePath;
  readonly names: readonly IncludeName[];
}
/** `interface x {` or `world x {`: the head of a container. */
export interface HeadUnit extends UnitBase {
  readonly kind: "interface" | "world";
  readonly name?: Ident;
}
/** Text that starts no item. */
export interface OtherUnit extends UnitBase {
  readonly kind: "other";
}

export type Unit =
  | PackageUnit
  | TopUseUnit
  | UseUnit
  | AliasUnit
  | FieldsUnit
  | ResourceUnit
  | FuncUnit
  | ConstructorUnit
  | ExternUnit
  | IncludeUnit
  | HeadUnit
  | OtherUnit;

export type UnitKind = Unit["kind"];

/** What a container's members may be. `inline` is an interface written inside a world. */
export type ContainerKind = "file" | "package" | "interface" | "world" | "inline" | "resource";

export interface Container {
  readonly kind: ContainerKind;
  /** A file has none. */
  readonly head: Unit | undefined;
  readonly members: readonly Member[];
  /** Where each member starts, counted from the container's start; one longer than `members`: the last is where the tail starts. */
  readonly starts: readonly number[];
  /** What follows the last member: comments, white space and the closing brace where there is one. */
  readonly tail: string;
  /** Whether it is closed by its own `}` (a file: always). */
  readonly closed: boolean;
  /** Whether nothing in it breaks the syntax; kept here since it is asked of each member of a file at each keystroke. */
  readonly sound: boolean;
  /** Length in UTF-16 units. */
  readonly length: number;
}

export type Member = Unit | Container;

export function isContainer(member: Member): member is Container {
  return "members" in member;
}

/** How many members two containers share at their start. */
export function sharedMembers(old: Container, now: Container): number {
  let count = 0;
  while (count < old.members.length && old.members[count] === now.members[count]) count++;
  return count;
}

/** Length of a member in UTF-16 units. */
export function lengthOf(member: Member): number {
  return isContainer(member) ? member.length : member.text.length;
}

/** The unit that names a member: itself, or a container's head. */
export function unitOf(member: Member): Unit | undefined {
  return isContainer(member) ? member.head : member;
}
