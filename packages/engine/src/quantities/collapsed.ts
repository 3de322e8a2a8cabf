/** What the collapsed weights and biases of a linear region share. */
import { absent } from "#text/absent";
import { idText, ids } from "../ids/index.ts";
import type { AffId } from "../ids/kinds/aff.ts";
import type { UnitId } from "../ids/kinds/unit.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { type AffineMap, mapsAt, whyNoRegions } from "../nn/regions.ts";
import { rawInputsOf } from "./lookup.ts";
import type { Run } from "./run.ts";

/** The affine map of a layer's z in the region of a point. @throws UnknownQuantity if the network has no such regions */
export function mapAt(run: Run, { l, point, t }: AffId | UnitId<"affb">): AffineMap {
  const why = whyNoRegions(run.network);
  if (why !== undefined) throw new UnknownQuantity(absent.noRegion({ why }));
  return mapsAt(run.network, run.at(t).params, rawInputsOf(run, point))[l - 1]!;
}

/** The data don't have this raw input. */
export function noInput({ samples }: Run, id: AffId): UnknownQuantity {
  const { l, j, point, t } = id;
  return new UnknownQuantity(
    absent.noRawInput({
      id: idText(id),
      instead: ids.aff.of(l, j, 1, point, t),
      inputs: samples.inputs.length,
    }),
  );
}
