/** A training loop in plain JavaScript, written from the definitions: one hidden layer of tanh, a sigmoid, cross-entropy. */

/** What a loop may do wrong. Each gets what the right loop would use. */
export interface Spoiled {
  readonly loss?: (loss: number, t: number) => number;
  readonly gradient?: (gradient: number[], t: number) => number[];
  readonly step?: (step: number[], t: number) => number[];
  readonly between?: (parameters: number[], t: number) => number[];
}

const POINTS = [
  [0.1, 0.8, 1],
  [-0.7, 0.3, 0],
  [0.5, -0.4, 1],
  [-0.2, -0.9, 0],
  [0.9, 0.6, 0],
] as const;
const UNITS = 3;

/** W¹ row by row, b¹, W², b². */
const START = [0.4, -0.3, 0.8, 0.5, -0.6, 0.1, 0.05, -0.1, 0.2, 0.7, -0.9, 0.3, 0.1];

/** The loss and its gradient. */
function backprop(w: readonly number[]): { loss: number; gradient: number[] } {
  const gradient = START.map(() => 0);
  let loss = 0;
  for (const [x1, x2, y] of POINTS) {
    const a = Array.from({ length: UNITS }, (_, j) =>
      Math.tanh(w[2 * j]! * x1 + w[2 * j + 1]! * x2 + w[6 + j]!),
    );
    const p = 1 / (1 + Math.exp(-(w[12]! + a.reduce((sum, value, j) => sum + value * w[9 + j]!, 0))));
    loss -= (y === 1 ? Math.log(p) : Math.log(1 - p)) / POINTS.length;
    const delta = (p - y) / POINTS.length;
    gradient[12]! += delta;
    for (const [j, value] of a.entries()) {
      gradient[9 + j]! += delta * value;
      const hidden = delta * w[9 + j]! * (1 - value * value);
      gradient[2 * j]! += hidden * x1;
      gradient[2 * j + 1]! += hidden * x2;
      gradient[6 + j]! += hidden;
    }
  }
  return { loss, gradient };
}

/** A vector as the recording holds it. */
function layersOf(w: readonly number[]): object[] {
  return [
    { weight: [w.slice(0, 2), w.slice(2, 4), w.slice(4, 6)], bias: w.slice(6, 9) },
    { weight: [w.slice(9, 12)], bias: [w[12]] },
  ];
}

/** The first line. */
export const plainHead = {
  format: "neural-viz-recording",
  version: 1,
  dtype: "float64",
  network: {
    inputs: 2,
    hidden: [{ units: UNITS, activation: "tanh" }],
    outputs: 1,
    output: { activation: "sigmoid", loss: "crossEntropy" },
  },
  optimizer: { name: "momentum", learningRate: 0.3, momentum: 0.9 },
  data: { inputs: POINTS.map(([x1, x2]) => [x1, x2]), targets: POINTS.map(([, , y]) => [y]) },
};

/** The lines of a run of `updates` updates with momentum. */
export function plainLoop(updates: number, spoiled: Spoiled = {}): Record<string, unknown>[] {
  const { learningRate, momentum } = plainHead.optimizer;
  const same = <T>(value: T): T => value;
  const { loss: lossOf = same, gradient: gradientOf = same, step: stepOf = same, between = same } = spoiled;
  let w = START;
  let after: number[] = [];
  let v = START.map(() => 0);
  const lines: Record<string, unknown>[] = [plainHead];
  for (let t = 0; t < updates; t++) {
    const right = backprop(w);
    const gradient = gradientOf(right.gradient, t);
    v = v.map((old, i) => momentum * old + gradient[i]!);
    const step = stepOf(v, t);
    const parameters = w === after ? {} : { parameters: layersOf(w) };
    const used = w;
    after = used.map((old, i) => old - learningRate * step[i]!);
    lines.push({
      t,
      batch: "all",
      loss: lossOf(right.loss, t),
      ...parameters,
      gradient: layersOf(gradient),
      after: layersOf(after),
    });
    w = between(after, t + 1);
  }
  return lines;
}

/** The text of a recording. */
export const textOf = (lines: readonly object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join("");
