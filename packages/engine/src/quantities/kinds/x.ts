import { absent } from "#text/absent";
import { captions, origins } from "#text/captions";
import { ownUnitText } from "../../data/units.ts";
import { idText, ids } from "../../ids/index.ts";
import type { XId } from "../../ids/kinds/x.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { type Expression, idsOf } from "../../math/expression.ts";
import { type Feature, features } from "../../nn/features/index.ts";
import { domainOf, unitsOf } from "../../session/start.ts";
import type { Origin } from "../origin.ts";
import { axesOf, rawInputsOf } from "../lookup.ts";
import { derived, leaf, units } from "../parts.ts";

export const x: Origin<XId> = {
  derive(run, id) {
    const { point, k } = id;
    const value = rawInputsOf(run, point)[k - 1];
    if (value === undefined) {
      throw new UnknownQuantity(absent.noInput({ id: idText(id), inputs: run.samples.inputs.length }));
    }
    if (point.kind === "sample") {
      const map = unitsOf(run.experiment.dataset).inputs?.[k - 1];
      const own = map && ownUnitText(map, value);
      return leaf(value, captions.input({ k, s: point.s, own }), origins.data({ s: point.s, k }));
    }
    if (point.kind === "probe") return leaf(value, captions.probe({ k }), origins.chosen());
    const { row, column, size, plane } = point;
    const [across, up] = axesOf(run, point);
    if (k !== across && k !== up)
      return derived(value, captions.throughPoint({ k, s: plane!.s }), ids.x.of(k, plane!.s));
    const share: Expression = ["/", ["+", (k === across ? column : row!) - 1, 0.5], size];
    const along: Expression = k === across ? share : ["-", 1, share];
    const [low, high] = domainOf(run.experiment.dataset)[k - 1]!;
    return derived(
      value,
      captions.cell({ across: k === across }),
      low === 0 && high === 1 ? along : ["+", low, ["*", ["-", high, low], along]],
    );
  },
  usedBy(run, { point, k }) {
    const uses = run.network.features.flatMap((name, i): readonly ["x" | "f", number][] => {
      const { raw, value }: Feature = features[name];
      if (raw === k) return [["x", i + 1]];
      return raw === undefined && idsOf(value).includes(`x${k}`) ? [["f", i + 1]] : [];
    });
    const sums = uses.some(([of]) => of === "x")
      ? units(run, 1).map((j) => ids.z.of(1, j, point, run.last))
      : [];
    return [...sums, ...uses.flatMap(([of, i]) => (of === "f" ? [ids.f.of(i, point)] : []))];
  },
};
