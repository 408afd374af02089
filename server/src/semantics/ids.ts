// Ids of interfaces and worlds: `namespace:name/item@version`.

/** The key of the package in an item's id: `namespace:name@version`. */
export function packageOfId(id: string): string {
  const { key } = splitItemId(id);
  return key;
}

/** The key of an item's package, and the item's name. */
export function splitItemId(id: string): { readonly key: string; readonly name: string } {
  const at = id.indexOf("@");
  const path = at < 0 ? id : id.slice(0, at);
  const slash = path.lastIndexOf("/");
  return { key: path.slice(0, slash) + (at < 0 ? "" : id.slice(at)), name: path.slice(slash + 1) };
}
