// How hostile texts are made.

export const times = (count: number, make: (i: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between);

export const header = "package a:b@1.0.0;\n";

/** Members of an interface, in a text of their own. */
export const inside = (members: string): string => `${header}interface i {\n${members}\n}\n`;
