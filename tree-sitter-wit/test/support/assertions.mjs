// Reads the format of tree-sitter's highlight and tag tests: comments below a line that say what stands there.

const assertion = /^\s*\/\/\s*(<-|\^+)\s*(\S+)\s*$/;

/** What the comments claim: `{ row, column, expected }`, one for each `^` or `<-`. Rows and columns count from 0. */
export function assertions(text) {
  const found = [];
  let subject = 0;
  for (const [row, line] of text.split(/\r?\n/).entries()) {
    const match = assertion.exec(line);
    if (!match) {
      subject = row;
      continue;
    }
    const [, mark, expected] = match;
    const from = mark === "<-" ? line.indexOf("//") : line.indexOf("^");
    const width = mark === "<-" ? 1 : mark.length;
    for (let i = 0; i < width; i++) found.push({ row: subject, column: from + i, expected });
  }
  return found;
}

/** Whether the character at the place belongs to the node. */
export function covers(node, { row, column }) {
  const { startPosition: start, endPosition: end } = node;
  const starts = start.row < row || (start.row === row && start.column <= column);
  return starts && (row < end.row || (row === end.row && column < end.column));
}
