// Takes the releases of WASI into a session, a package at a time, each of them looked at once, so that the first offer need not.
import type { PackageRoot } from "../workspace/layout-types.ts";
import { type Release, releaseRoots } from "../workspace/library.ts";
import { describe } from "./requests.ts";
import type { Session } from "./session.ts";

type Turn = () => Promise<void>;
type Load = () => Promise<readonly Release[]>;

/** Nothing waits for the library, and without it only less is offered: the session that comes first gets it. */
export function libraryLoader(
  load: Load,
  turn: Turn,
  log: (message: string) => void,
): (session: Session) => Promise<void> {
  let work: Promise<void> | undefined;
  return session => {
    work ??= addReleases(session, load, turn).catch(error =>
      log(`WASI's packages can't be offered: ${describe(error)}`),
    );
    return work;
  };
}

/** `turn` resolves in a later turn: parsing a package, or analysing it, is what one turn does at most. */
async function addReleases(session: Session, load: Load, turn: Turn): Promise<void> {
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
