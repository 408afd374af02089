// Which features of WIT tools are told of for a world: those of the settings that gates in its package name.
import { workspace } from "vscode";
import type { WitFeatures } from "../wit/wit-features.ts";
import type { WorldModel } from "../wit/world-model.ts";
import type { Session } from "./session.ts";
import { modelOf, type World } from "./worlds.ts";

/** The settings, as the language server reads them: for all folders alike. */
export function featureSettings(): WitFeatures {
  const settings = workspace.getConfiguration("wit");
  return { names: settings.get("features", []), all: settings.get("allFeatures", false) };
}

export interface FeaturedWorld {
  readonly features: WitFeatures;
  /** The world as it is with them; absent where none is switched on, or the package can't be read. */
  readonly model?: WorldModel;
}

/** Nothing is asked where no feature is switched on; the settings stand where the package can't be read. */
export async function featuresOf(session: Session, world: World | undefined): Promise<FeaturedWorld> {
  const features = featureSettings();
  if (world === undefined || (!features.all && features.names.length === 0)) return { features };
  const model = await modelOf(session, world).catch((error: unknown): undefined => {
    session.log.warn(`The features of ${world.info.name} are passed on as the settings name them: ${error}`);
  });
  return model === undefined ? { features } : { model, features: { names: model.features ?? [], all: false } };
}
