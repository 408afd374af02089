// Takes the releases of WASI into a session, a package at a time, and looks at each release once, so that the first offer need not.
import { type Release, releaseRoot, type Turn } from "../workspace/library.ts";
import type { Session } from "./session.ts";

export async function loadLibrary(
  session: Session,
  load: () => Promise<readonly Release[]>,
  turn: Turn,
): Promise<void> {
  const { make } = session.snapshot();
  for (const release of await load()) {
    const root = await releaseRoot(release, make, turn);
    await turn();
    session.addLibrary(root);
    session.snapshot().analyze(root);
  }
}
