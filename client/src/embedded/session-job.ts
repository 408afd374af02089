// What the process that keeps one instance of a component alive is started with.
import type { Grants } from "../node/run-targets/grants.ts";

export interface SessionJob {
  readonly kind: "session";
  readonly component: string;
  readonly grants: Grants;
}
