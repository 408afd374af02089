// Names of one scope of a program, each given once.

export interface UniqueNames {
  /** The name, or, where it is taken, with a number behind it. */
  take(name: string): string;
}

export function uniqueNames(taken: Iterable<string> = []): UniqueNames {
  const used = new Set(taken);
  return {
    take(name) {
      let free = name;
      for (let i = 2; used.has(free); i++) free = `${name}${i}`;
      used.add(free);
      return free;
    },
  };
}
