/** Trains a network on XOR and prints how well it does. */
import { createSession, format, parseExperiment } from "@neural-viz/engine";

const experiment = parseExperiment({
  version: 1,
  dataset: { name: "xor" },
  network: { hidden: [{ units: 4, activation: "tanh" }], initializer: { name: "torch", seed: 42 } },
  optimizer: { name: "adam", learningRate: 0.1 },
  training: { epochs: 200, autoStop: false },
});
const session = createSession(experiment);
while (session.stopped === undefined) session.step();

console.log(`loss ${format(session.losses[0]!)} → ${format(session.loss)} in ${session.t} updates`);
console.log(`${session.correct} of ${session.train.count} points are correct`);
