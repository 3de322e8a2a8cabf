/** The page's records of the branches of a run, collected from the trainer's reports. */
import { createHistory, type History } from "@neural-viz/engine";
import type { BranchDelta, Ring, Snapshot } from "../../worker/protocol.ts";

/** The page's record of a branch. */
export interface BranchRecord {
  /** The loss of every epoch. The buffer grows in place; the snapshot tells when. */
  readonly history: History;
  /** The loss over the held-out points; empty if no points are held out. */
  readonly test: History;
  /** The objective of every epoch; empty without a penalty on the weights. */
  readonly objective: History;
  readonly rings: readonly Ring[];
}

/** The record of the untrained network. */
export function firstRecordOf({ loss, test, objective }: Snapshot): BranchRecord {
  const record = emptyRecord();
  record.history.set(0, loss);
  if (test !== undefined) record.test.set(0, test.loss);
  if (objective !== undefined) record.objective.set(0, objective);
  return record;
}

const emptyRecord = (): BranchRecord => ({
  history: createHistory(),
  test: createHistory(),
  objective: createHistory(),
  rings: [],
});

/** The records of all branches, with the deltas added. */
export function recordsAfter(
  records: ReadonlyMap<number, BranchRecord>,
  { branches }: Snapshot,
  deltas: readonly BranchDelta[],
): ReadonlyMap<number, BranchRecord> {
  return new Map(
    branches.map(({ id }) => {
      const known = records.get(id) ?? emptyRecord();
      const { history, test, objective, rings } = known;
      const mine = deltas.filter(({ branch }) => branch === id);
      for (const { from, losses, testLosses, objectives } of mine) {
        losses.forEach((loss, i) => history.set(from + i, loss));
        testLosses.forEach((loss, i) => test.set(from + i, loss));
        objectives.forEach((value, i) => objective.set(from + i, value));
      }
      const fresh = mine.flatMap((some) =>
        some.rings.filter(({ epoch }) => epoch > (rings.at(-1)?.epoch ?? 0)),
      );
      return [id, { history, test, objective, rings: fresh.length > 0 ? [...rings, ...fresh] : rings }];
    }),
  );
}
