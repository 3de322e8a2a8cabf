import { absent } from "#text/absent";
import { captions, origins } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { BatchId } from "../../ids/kinds/batch.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { type Origin, unused } from "../origin.ts";
import { leaf } from "../parts.ts";

export const batch: Origin<BatchId> = {
  derive(run, { i, t }) {
    const indices = run.batches.at(t);
    const index = indices[i - 1];
    if (index === undefined) {
      throw new UnknownQuantity(
        absent.notInBatch({
          id: ids.batch.of(i, t),
          instead: ids.batch.of(1, t),
          count: indices.length,
        }),
      );
    }
    const choice = run.experiment.training.batch;
    const drawn = choice !== "all" && run.batches.perEpoch > 1;
    const epoch = Math.floor(t / run.batches.perEpoch);
    return leaf(
      index + 1,
      captions.batchPoint({ i, s: index + 1 }),
      drawn ? origins.epochOrder({ epoch: epoch + 1, seed: choice.seed }) : origins.fileOrder(),
    );
  },
  usedBy: unused,
};
