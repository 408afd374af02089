// Reads the format of tree-sitter's own corpus tests: a title between two rules, a text, `---`, and its tree.

const title = /^={3,}\n(.+)\n={3,}\n/gm;

/** The cases of a file: `{ name, text, tree }`, the tree on one line. */
export function corpusCases(fileText) {
  const content = fileText.replaceAll("\r\n", "\n");
  const titles = [...content.matchAll(title)];
  return titles.map((found, i) => {
    const body = content.slice(found.index + found[0].length, titles[i + 1]?.index);
    const [text, tree, ...rest] = body.split(/^---$/m);
    if (tree === undefined || rest.length > 0) throw new Error(`the case "${found[1]}" needs one line of ---`);
    // The line ends next to the rules belong to the format.
    return { name: found[1], text: text.replace(/^\n/, "").replace(/\n$/, ""), tree: oneLine(tree) };
  });
}

function oneLine(tree) {
  return tree.trim().replace(/\s+/g, " ");
}
