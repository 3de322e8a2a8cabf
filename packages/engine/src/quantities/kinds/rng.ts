import { absent } from "#text/absent";
import { captions, origins } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { RngId } from "../../ids/kinds/rng.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { createRandom } from "../../math/random.ts";
import { drawOf } from "../draws.ts";
import { type Origin, unused } from "../origin.ts";
import { leaf } from "../parts.ts";

export const rng: Origin<RngId> = {
  derive(run, { i }) {
    const { initializer } = run.experiment.network;
    const id = ids.rng.of(i);
    if (initializer.name === "given" || initializer.name === "zeros") {
      throw new UnknownQuantity(absent.noDraws({ id, initializer: initializer.name }));
    }
    const most = Math.max(...Array.from({ length: run.network.size }, (_, index) => drawOf(run, index)));
    if (i < 1 || i > most) {
      throw new UnknownQuantity(absent.notDrawn({ id, first: ids.rng.of(1), last: ids.rng.of(most) }));
    }
    const random = createRandom(initializer.seed);
    let value = 0;
    for (let n = 0; n < i; n++) value = random.uniform();
    return leaf(value, captions.draw({ i }), origins.draw({ i, seed: initializer.seed }));
  },
  usedBy: unused,
};
