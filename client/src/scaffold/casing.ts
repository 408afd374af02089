// The ways in which languages spell WIT's names, as wit-bindgen does it.

/** The words of a name in kebab case, in small letters. */
function words(name: string): readonly string[] {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word !== "")
    .map(word => word.toLowerCase());
}

/** `some-name` as `some_name`. */
export function snake(name: string): string {
  return words(name).join("_");
}

/** `some-name` as `SOME_NAME`. */
export function shouty(name: string): string {
  return snake(name).toUpperCase();
}

/** `some-name` as `SomeName`. */
export function pascal(name: string): string {
  return words(name)
    .map(word => word[0]!.toUpperCase() + word.slice(1))
    .join("");
}

/** `some-name` as `someName`. */
export function camel(name: string): string {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}
