// `1.0.0-` and `1.0.0+`: a suffix is begun and nothing follows. The reference reads `1.0.0`; semver.org has no such version.
import type { Unit, Version } from "../../syntax/ast.ts";
import { facts, versionsWithSuffix } from "../facts.ts";
import { type Lint, lint, packageLint, type ScopeUnit } from "./lint.ts";

export const versionSuffix: Lint = {
  name: "version-suffix",
  severity: "warning",
  byMember: "alone",
  needs: facts.versionSuffix,
  check: c => {
    const { uses, includes, externs, types, functions } = c.outline;
    if (c.container.head) for (const version of versionsWithSuffix(c.container.head)) say(c.container.head, 0, version);
    for (const list of [uses, includes, externs, types, functions])
      for (const { unit, offset } of list) for (const version of versionsWithSuffix(unit)) say(unit, offset, version);
    function say(unit: Unit, offset: number, version: Version): void {
      lint(c, versionSuffix, unit, offset, version, message(unit, version), { data: { version: version.text } });
    }
  },
  checkPackage: p => {
    const headers: readonly ScopeUnit[] = p.package.headers;
    const uses = p.package.scopes.flatMap(scope =>
      scope.uses.map(({ unit, offset }): ScopeUnit => ({ scope, unit, offset: scope.offset + offset })),
    );
    return [...headers, ...uses].flatMap(each =>
      versionsWithSuffix(each.unit).flatMap(version =>
        packageLint(p, versionSuffix, each, version, message(each.unit, version), { data: { version: version.text } }),
      ),
    );
  },
};

function message(unit: Unit, { text, start, end }: Version): string {
  const suffix = unit.text.slice(start + text.length, end);
  return `nothing follows the \`${suffix}\`, so this is read as version \`${text}\`; leave the \`${suffix}\` out`;
}
