// The whole table. A name says what there is many of.
import { hostileFolders } from "./folders.ts";
import type { Table } from "./row.ts";
import { deepTexts, longTexts, strangeTexts } from "./texts.ts";
import { brokenTexts, chainedTexts, manyTexts } from "./texts-of-many.ts";

export const rows: Table = {
  ...manyTexts,
  ...deepTexts,
  ...longTexts,
  ...strangeTexts,
  ...chainedTexts,
  ...brokenTexts,
  ...hostileFolders,
};
