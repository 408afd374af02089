// The features of WIT that are switched on, and how tools are told of them.

export interface WitFeatures {
  readonly names: readonly string[];
  /** Every feature that a gate names. */
  readonly all: boolean;
}

export const NO_FEATURES: WitFeatures = { names: [], all: false };

/** As wit-bindgen and componentize-py take them. */
export function featureArguments({ names, all }: WitFeatures): readonly string[] {
  if (all) return ["--all-features"];
  return names.length === 0 ? [] : ["--features", names.join(",")];
}

/** As jco takes them where it knows of them. */
export function jcoFeatureArguments({ names, all }: WitFeatures): readonly string[] {
  return all ? ["--all-features"] : names.flatMap(name => ["--feature", name]);
}
