import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { idText, ids } from "../../ids/index.ts";
import type { FId } from "../../ids/kinds/f.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { substitute } from "../../math/expression.ts";
import { type Feature, features } from "../../nn/features/index.ts";
import type { Origin } from "../origin.ts";
import { derived, featuresAt, units } from "../parts.ts";

export const f: Origin<FId> = {
  derive(run, id) {
    const { point, k } = id;
    const name = run.network.features[k - 1];
    if (name === undefined) {
      throw new UnknownQuantity(absent.noFeature({ id: idText(id), features: run.network.features.length }));
    }
    const { raw, value }: Feature = features[name];
    if (raw !== undefined) {
      throw new UnknownQuantity(absent.rawFeature({ id: idText(id), instead: ids.x.of(raw, point) }));
    }
    return derived(
      featuresAt(run, point)[k - 1]!,
      captions.feature({ k, s: point.kind === "sample" ? point.s : undefined }),
      substitute(value, (x) => ids.x.of(Number(x.slice(1)), point)),
    );
  },
  usedBy: (run, { point }) => units(run, 1).map((j) => ids.z.of(1, j, point, run.last)),
};
