// Takes the releases of WASI into a session, a package at a time, each of them looked at once, so that the first offer need not.
import type { PackageRoot } from "../workspace/layout-types.ts";
import { type Release, releaseRoots } from "../workspace/library.ts";
import type { Session } from "./session.ts";

/** `turn` resolves in a later turn: parsing a package, or analysing it, is what one turn does at most. */
export async function loadLibrary(
  session: Session,
  load: () => Promise<readonly Release[]>,
  turn: () => Promise<void>,
): Promise<void> {
  const { make } = session.snapshot();
  for (const release of await load()) {
    const growing = releaseRoots(release, make);
    let whole: PackageRoot | undefined;
    for (;;) {
      await turn();
      const next = growing.next();
      if (next.done) break;
      await turn();
      session.snapshot().analyze(next.value);
      whole = next.value;
    }
    if (whole) session.addLibrary(whole);
  }
}
