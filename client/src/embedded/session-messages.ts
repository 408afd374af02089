// What is said between the extension and the process that keeps one instance of a component alive.

/** A resource of the instance: `canvas#1`. */
export interface HandleInfo {
  readonly name: string;
  /** Name of its resource type. */
  readonly type: string;
  /** Number of its resource type, as the component's types have it. */
  readonly resource: number;
}

export type ToSession =
  | {
      readonly kind: "call";
      readonly id: number;
      /** The exported interface that has the function; absent for one of the world itself. */
      readonly instance?: string;
      /** `area`, `[method]canvas.draw`. */
      readonly name: string;
      /** WAVE, with resources by their names. */
      readonly args: string;
    }
  | { readonly kind: "drop"; readonly id: number; readonly handle: string };

export type FromSession =
  | { readonly kind: "started" }
  | {
      readonly kind: "done";
      readonly id: number;
      /** WAVE, with resources by their names; empty without a result. */
      readonly result: string;
      readonly handles: readonly HandleInfo[];
    }
  | {
      readonly kind: "refused";
      readonly id: number;
      readonly message: string;
      readonly handles: readonly HandleInfo[];
    };
