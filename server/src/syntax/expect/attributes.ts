// Reading attributes (WIT.md "Feature gates").
import { isName, kindAt, textAt } from "../tokens.ts";
import { version } from "./paths.ts";
import { expected, name, nameText, next, type Reader, stop, token } from "./reader.ts";

export function attributes(r: Reader): boolean {
  while (kindAt(r.t, r.i) === "@") if (!next(r) || !attribute(r)) return false;
  return true;
}

function attribute(r: Reader): boolean {
  const at = r.i;
  if (!name(r)) return false;
  switch (nameText(r.t, at)) {
    case "since":
    case "deprecated":
      return token(r, "(") && word(r, "version", "1.2.3") && token(r, "=") && version(r) && token(r, ")");
    case "unstable":
      return token(r, "(") && word(r, "feature", "name") && token(r, "=") && name(r) && token(r, ")");
    case "external-id":
      return token(r, "(") && token(r, "string-literal", "a string in double quotes") && token(r, ")");
    default:
      r.i = at;
      return stop(
        r,
        "unknown-attribute",
        `unknown attribute \`@${textAt(r.t, at)}\`; there are \`@since\`, \`@unstable\`, \`@deprecated\` and \`@external-id\``,
      );
  }
}

export function word(r: Reader, wanted: string, example: string): boolean {
  const words = `\`${wanted} = ${example}\``;
  const at = r.i;
  if (!isName(kindAt(r.t, at))) return expected(r, "wrong-attribute-argument", words);
  if (!name(r)) return false;
  if (nameText(r.t, at) === wanted) return true;
  r.i = at;
  return expected(r, "wrong-attribute-argument", words);
}
