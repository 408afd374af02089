// Names that broken members may have been meant to declare. What is wrong with such a member is said once, at the member:
// that its name is then missing elsewhere would only repeat it.
import { memo } from "../base/memo.ts";
import type { Container, Member, Unit } from "../syntax/ast.ts";
import { unitOf } from "../syntax/ast.ts";
import { canonicalName } from "../syntax/names.ts";
import type { ItemDecl, Scope } from "./packages.ts";

const none: ReadonlySet<string> = new Set();

/** The words with which a container's broken members start, up to a mark that follows names, as `wordKey` has them. */
export const unfinishedNames: (container: Container) => ReadonlySet<string> = memo(container => {
  const broken = container.members.flatMap(member => {
    const unit = unitOf(member);
    return unit && unit.problems.length > 0 ? [unit] : [];
  });
  return broken.length === 0 ? none : new Set(broken.flatMap(firstWords));
});

/** Whether a name may be that of a broken member. */
export function isUnfinished(container: Container, name: string): boolean {
  return unfinishedNames(container).has(wordKey(name));
}

/** Whether a name may be that of an interface or world that could not be read, in any file or block of a package. */
export function isUnfinishedIn(scopes: readonly { readonly container: Container }[], name: string): boolean {
  return unfinishedIn(scopes).has(wordKey(name));
}

const unfinishedIn: (scopes: readonly { readonly container: Container }[]) => ReadonlySet<string> = memo(
  scopes => new Set(scopes.flatMap(scope => [...unfinishedNames(scope.container)])),
);

/** Whether a container may have lost members to a missing brace; `spilt` tells that what follows the item makes no sense. */
export function isCutShort(container: Container, spilt: boolean): boolean {
  if (!container.closed || (container.head?.problems.length ?? 0) > 0) return true;
  return spilt && unfinishedNames(container) !== none;
}

/** Whether what follows an item of a file makes no sense where it stands, and may be the item's. */
export function isSpilt({ container }: Scope, { offset }: ItemDecl): boolean {
  return spiltOffsets(container).has(offset);
}

const noOffsets: ReadonlySet<number> = new Set();

/** Where the members start that a broken member follows. */
const spiltOffsets: (container: Container) => ReadonlySet<number> = memo(container => {
  if (unfinishedNames(container) === none) return noOffsets;
  const { members, starts } = container;
  return new Set(members.flatMap((member, i) => (i > 0 && isBroken(member) ? [starts[i - 1]!] : [])));
});

function isBroken(member: Member): boolean {
  return (unitOf(member)?.problems.length ?? 0) > 0;
}

function firstWords(unit: Unit): readonly string[] {
  const [head = ""] = unit.text.slice(unit.attributes.at(-1)?.end ?? unit.start).split(/[{(=:;]/, 1);
  return (head.match(/[\p{L}\p{N}_-]+/gu) ?? []).map(wordKey);
}

/** Misspelt and well spelt forms of a name are one: `my_name`, `my-name-` and `MyName`. */
function wordKey(word: string): string {
  return canonicalName(word.replaceAll("_", "-"));
}
