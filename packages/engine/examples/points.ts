/** Trains on a table of points with a quarter of them held out, and exports the run to PyTorch. */
import {
  createSession,
  exports,
  likelyColumns,
  parseExperiment,
  pointsOf,
  readTable,
} from "@neural-viz/engine";

const rows = Array.from(
  { length: 40 },
  (_, i) => `${20 + i},${150 + ((7 * i) % 40)},${i < 20 ? "no" : "yes"}`,
);
const table = readTable(`age,height,member\n${rows.join("\n")}`);
const { samples, map } = pointsOf(table, likelyColumns(table), 5000);

const session = createSession(
  parseExperiment({
    version: 1,
    dataset: { name: "custom", samples, map },
    split: { test: 0.25, seed: 1 },
    training: { epochs: 100, batch: { size: 10, seed: 0 } },
  }),
);
while (session.stopped === undefined) session.step();

console.log(`${session.correct} of ${session.train.count} correct, ${session.test!.correct} of 10 held out`);
console.log(exports.pytorch.write(session).split("\n", 1)[0]);
