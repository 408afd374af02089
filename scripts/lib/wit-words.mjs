// A second, independent view of WIT text: its words and marks, and its comments, to compare two texts that should say the same.

const mark = /->|[\p{L}\p{N}_%-]+|\S/uy;

/** Tokens (each with whether it starts a line) and comments of a text, in order. */
export function wordsOf(text) {
  const tokens = [];
  const comments = [];
  let fresh = true;
  for (let i = 0; i < text.length; ) {
    const end = endAt(text, i);
    const part = text.slice(i, end);
    if (part.startsWith("//") || part.startsWith("/*")) comments.push(part);
    else if (part.trim() === "") fresh ||= part.includes("\n");
    else {
      tokens.push({ text: part, fresh });
      fresh = false;
    }
    i = end;
  }
  return { tokens, comments };
}

/** Where two texts differ in more than white space and commas added behind the last element of a broken list; undefined where they don't. */
export function wordDifference(before, after) {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  let i = 0;
  for (const [j, { text }] of is.tokens.entries()) {
    const next = is.tokens[j + 1];
    if (text === was.tokens[i]?.text) i++;
    else if (text !== "," || !next?.fresh || !/^[)}>]$/.test(next.text))
      return `${JSON.stringify(text)} stands where ${JSON.stringify(was.tokens[i]?.text)} was`;
  }
  if (i < was.tokens.length) return `${JSON.stringify(was.tokens[i].text)} is gone`;
  const lost = was.comments.findIndex((comment, n) => comment !== is.comments[n]);
  if (lost >= 0) return `the comment ${JSON.stringify(was.comments[lost])} is gone or changed`;
  return is.comments.length > was.comments.length ? "there is a comment more" : undefined;
}

function endAt(text, start) {
  if (text.startsWith("//", start)) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    return text[end - 1] === "\r" ? end - 1 : end;
  }
  if (text.startsWith("/*", start)) return blockEnd(text, start);
  if (text[start] === '"') return stringEnd(text, start);
  if (/[\s\uFEFF]/.test(text[start])) {
    let end = start + 1;
    while (end < text.length && /\s/.test(text[end])) end++;
    return end;
  }
  mark.lastIndex = start;
  return mark.test(text) ? mark.lastIndex : start + 1;
}

function blockEnd(text, start) {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start + 2;
  for (let depth = 1; ; ) {
    const found = edge.exec(text);
    if (!found) return text.length;
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
}

function stringEnd(text, start) {
  let i = start + 1;
  while (i < text.length && text[i] !== '"' && text[i] !== "\n") i += text[i] === "\\" ? 2 : 1;
  return Math.min(text.length, i + 1);
}
