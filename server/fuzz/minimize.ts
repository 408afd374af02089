// Makes a case with a difference smaller, as long as it shows the same difference.
import { type FuzzCase, withFile } from "./case.ts";
import { dice } from "./dice.ts";
import { type Judge, judge } from "./judge.ts";
import { itemSpans, type Span, tokenSpans, typeSpans } from "./spans.ts";

export interface Small {
  readonly case: FuzzCase;
  readonly detail: string;
}

/** At most this many cases are tried. */
const effort = 20_000;

/** `key` is the difference's kind and key. */
export async function minimize(j: Judge, of: FuzzCase, key: string): Promise<Small> {
  let small: Small = { case: of, detail: "" };
  let tries = 0;
  const attempt = async (next: FuzzCase): Promise<boolean> => {
    if (tries++ > effort) return false;
    const { difference } = await judge(j, next, dice(0, 0)).catch(() => ({ difference: undefined }));
    if (!difference || `${difference.kind} ${difference.key}` !== key) return false;
    small = { case: next, detail: difference.detail };
    return true;
  };
  await attempt(of);
  const now = (): FuzzCase => small.case;
  await untilSteady(now, async () => {
    await dropFiles(now, attempt);
    for (const path of Object.keys(now().files)) await dropSpans(now, path, itemSpans, attempt);
  });
  await untilSteady(now, async () => {
    await dropFiles(now, attempt);
    for (const path of Object.keys(now().files)) {
      await dropSpans(now, path, itemSpans, attempt);
      await simplifyTypes(now, path, attempt);
      await dropSpans(now, path, tokenSpans, attempt);
    }
    await attempt({ ...now(), features: [] });
    await attempt({ ...now(), allFeatures: false });
  });
  return small;
}

/** Repeats what makes a case smaller until it does no more. */
async function untilSteady(now: () => FuzzCase, action: () => Promise<void>): Promise<void> {
  for (let before = -1; before !== sizeOf(now()); ) {
    before = sizeOf(now());
    await action();
  }
}

function sizeOf(of: FuzzCase): number {
  return Object.values(of.files).reduce((sum, text) => sum + text.length + 1, 0);
}

type Attempt = (next: FuzzCase) => Promise<boolean>;

async function dropFiles(now: () => FuzzCase, attempt: Attempt): Promise<void> {
  for (const path of Object.keys(now().files)) {
    const { [path]: _, ...rest } = now().files;
    if (path !== now().root) await attempt({ ...now(), files: rest });
  }
}

/** Drops runs of spans, long ones first. */
async function dropSpans(
  now: () => FuzzCase,
  path: string,
  spansOf: (text: string) => readonly Span[],
  attempt: Attempt,
): Promise<void> {
  const text = (): string => now().files[path] ?? "";
  for (let run = Math.max(1, spansOf(text()).length >> 1); run >= 1; run >>= 1) {
    for (let i = 0; i < spansOf(text()).length; ) {
      const spans = spansOf(text());
      const [first, last] = [spans[i]!, spans[Math.min(i + run, spans.length) - 1]!];
      const end = Math.max(first.end, last.end);
      const next = text().slice(0, first.start) + text().slice(end);
      if (!(await attempt(withFile(now(), path, next)))) i += run;
    }
  }
}

/** Writes `u8` for types with arguments. */
async function simplifyTypes(now: () => FuzzCase, path: string, attempt: Attempt): Promise<void> {
  const text = (): string => now().files[path] ?? "";
  for (let i = 0; i < typeSpans(text()).length; ) {
    const { start, end } = typeSpans(text())[i]!;
    if (!(await attempt(withFile(now(), path, `${text().slice(0, start)}u8${text().slice(end)}`)))) i++;
  }
}
