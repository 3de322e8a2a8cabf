/** The page's records of the branches of a run, collected from the trainer's reports. */
import { createHistory, type History } from "@neural-viz/engine";
import type { BranchDelta, Ring, Snapshot } from "../../worker/protocol.ts";

/** The page's record of a branch. */
export interface BranchRecord {
  /** The loss of every epoch. The buffer grows in place; the snapshot tells when. */
  readonly history: History;
  /** The loss over the held-out points; empty if no points are held out. */
  readonly test: History;
  readonly rings: readonly Ring[];
}

/** The record of the untrained network. */
export function firstRecordOf({ loss, test }: Snapshot): BranchRecord {
  const record: BranchRecord = { history: createHistory(), test: createHistory(), rings: [] };
  record.history.set(0, loss);
  if (test !== undefined) record.test.set(0, test.loss);
  return record;
}

/** The records of all branches, with the deltas added. */
export function recordsAfter(
  records: ReadonlyMap<number, BranchRecord>,
  { branches }: Snapshot,
  deltas: readonly BranchDelta[],
): ReadonlyMap<number, BranchRecord> {
  return new Map(
    branches.map(({ id }) => {
      const known = records.get(id) ?? { history: createHistory(), test: createHistory(), rings: [] };
      const { history, test, rings } = known;
      const mine = deltas.filter(({ branch }) => branch === id);
      for (const { from, losses, testLosses } of mine) {
        losses.forEach((loss, i) => history.set(from + i, loss));
        testLosses.forEach((loss, i) => test.set(from + i, loss));
      }
      const fresh = mine.flatMap((some) =>
        some.rings.filter(({ epoch }) => epoch > (rings.at(-1)?.epoch ?? 0)),
      );
      return [id, { history, test, rings: fresh.length > 0 ? [...rings, ...fresh] : rings }];
    }),
  );
}
