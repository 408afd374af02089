// Patterns of paths as `.gitignore` has them (gitignore(5)). All ways to read a path are followed at once, so that no
// pattern takes longer than its length times that of the path.

/** One step through a path: a character of a kind, or as many of them as there are. */
interface Step {
  readonly fits: (character: string) => boolean;
  readonly many: boolean;
  /** For many: how many steps behind it may be left out where it is. */
  readonly skips: number;
}

const inSegment = (character: string): boolean => character !== "/";
const any = (): boolean => true;

/** Tells whether a path matches a pattern as a whole; undefined where the pattern can't be read. */
export function globMatcher(pattern: string): ((path: string) => boolean) | undefined {
  const steps = stepsOf(pattern);
  return steps && (path => matches(steps, path));
}

/** The folders that may stand in front: none, or any. */
const folders: readonly Step[] = [
  { fits: () => false, many: true, skips: 2 },
  { fits: any, many: true, skips: 0 },
  literal("/"),
];

function literal(character: string): Step {
  return { fits: other => other === character, many: false, skips: 0 };
}

function stepsOf(pattern: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const [part] of pattern.matchAll(/\*\*\/|\/\*\*$|\*+|\?|\[!?[^\]]+\]|\\?[\s\S]/gu)) {
    if (part === "**/") steps.push(...folders);
    else if (part === "/**") steps.push(literal("/"), { fits: any, many: true, skips: 0 });
    else if (part.startsWith("*")) steps.push({ fits: inSegment, many: true, skips: 0 });
    else if (part === "?") steps.push({ fits: inSegment, many: false, skips: 0 });
    else if (part.startsWith("[") && part.length > 1) {
      const fits = oneOf(part);
      if (!fits) return undefined;
      steps.push({ fits, many: false, skips: 0 });
    } else steps.push(literal(part.length > 1 && part.startsWith("\\") ? part.slice(1) : part));
  }
  return steps;
}

/** `[a-z]` and `[!a-z]`. */
function oneOf(part: string): Step["fits"] | undefined {
  try {
    const characters = new RegExp(`^${part.replace(/^\[!/, "[^")}$`, "u");
    return character => characters.test(character);
  } catch {
    return undefined;
  }
}

function matches(steps: readonly Step[], path: string): boolean {
  let places = new Set<number>();
  reach(steps, places, 0);
  for (const character of path) {
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (step?.fits(character)) reach(steps, next, step.many ? place : place + 1);
    }
    if (next.size === 0) return false;
    places = next;
  }
  return places.has(steps.length);
}

/** Adds a place, and those to which one comes from it without a character. */
function reach(steps: readonly Step[], places: Set<number>, from: number): void {
  const ahead = [from];
  for (let place = ahead.pop(); place !== undefined; place = ahead.pop()) {
    if (places.has(place)) continue;
    places.add(place);
    const step = steps[place];
    if (step?.many) ahead.push(place + 1, place + 1 + step.skips);
  }
}
