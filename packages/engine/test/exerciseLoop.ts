/**
 * One forward and backward pass and one update in plain JavaScript, written from the definitions: an independent source of
 * the answers to exercises. Each result goes through `keep`, which may round it as a person does.
 */

/** One point and the numbers that an update of it starts from; weight[l][j][k] and bias[l][j]. */
export interface LoopInput {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly weight: readonly (readonly (readonly number[])[])[];
  readonly bias: readonly (readonly number[])[];
  /** The activation of each hidden layer. */
  readonly hidden: readonly ("tanh" | "sigmoid" | "relu" | "identity")[];
  readonly head: "sigmoid" | "softmax" | "mse";
  readonly rate: number;
}

const functions = {
  tanh: [Math.tanh, (a: number) => 1 - a * a],
  sigmoid: [(z: number) => 1 / (1 + Math.exp(-z)), (a: number) => a * (1 - a)],
  relu: [(z: number) => Math.max(0, z), (a: number) => (a > 0 ? 1 : 0)],
  identity: [(z: number) => z, () => 1],
} as const;

/** What happens to a result before it's used: by its stem in an exercise. */
export type Keep = (value: number, stem: string) => number;

/** Every result by its stem: z.1.1, a.1.1, p or p.1 or yhat.1, ell, delta.2.1, gW.1.1.1, W.1.1.1@1. */
export function exerciseLoop(
  { x, y, weight, bias, hidden, head, rate }: LoopInput,
  keep: Keep = (value) => value,
): Record<string, number> {
  const results: Record<string, number> = {};
  const got = (stem: string, value: number): number => (results[stem] = keep(value, stem));
  const layers = weight.length;
  const inputs: (readonly number[])[] = [x];
  let z: number[] = [];
  for (let l = 1; l <= layers; l++) {
    z = weight[l - 1]!.map((row, j) =>
      got(
        `z.${l}.${j + 1}`,
        row.reduce((sum, w, k) => sum + w * inputs[l - 1]![k]!, bias[l - 1]![j]!),
      ),
    );
    if (l < layers)
      inputs.push(z.map((value, j) => got(`a.${l}.${j + 1}`, functions[hidden[l - 1]!][0](value))));
  }
  const total = z.reduce((sum, value) => sum + Math.exp(value), 0);
  const output = z.map((value, j) => {
    if (head === "sigmoid") return got("p", 1 / (1 + Math.exp(-value)));
    if (head === "softmax") return got(`p.${j + 1}`, Math.exp(value) / total);
    return got(`yhat.${j + 1}`, value);
  });
  const one = y[0]!;
  if (head === "sigmoid") got("ell", -(one * Math.log(output[0]!) + (1 - one) * Math.log(1 - output[0]!)));
  if (head === "softmax") got("ell", -y.reduce((sum, target, j) => sum + target * Math.log(output[j]!), 0));
  if (head === "mse") got("ell", output.reduce((sum, value, j) => sum + (value - y[j]!) ** 2, 0) / y.length);
  let delta = output.map((value, j) =>
    got(`delta.${layers}.${j + 1}`, head === "mse" ? (2 * (value - y[j]!)) / y.length : value - y[j]!),
  );
  for (let l = layers; l >= 1; l--) {
    weight[l - 1]!.forEach((row, j) => {
      row.forEach((w, k) => {
        const g = got(`gW.${l}.${j + 1}.${k + 1}`, delta[j]! * inputs[l - 1]![k]!);
        got(`W.${l}.${j + 1}.${k + 1}@1`, w - rate * g);
      });
      const g = got(`gb.${l}.${j + 1}`, delta[j]!);
      got(`b.${l}.${j + 1}@1`, bias[l - 1]![j]! - rate * g);
    });
    if (l === 1) break;
    const after = delta;
    delta = inputs[l - 1]!.map((a, k) =>
      got(
        `delta.${l - 1}.${k + 1}`,
        weight[l - 1]!.reduce((sum, row, j) => sum + row[k]! * after[j]!, 0) *
          functions[hidden[l - 2]!][1](a),
      ),
    );
  }
  return results;
}

/** The stem of an id of the first point after no update: z.1.1 for z.1.1[1]@0. */
export const stemOfId = (id: string): string => id.replace("[1]", "").replace(/@0$/, "");

/** A number rounded to significant digits, as a person writes it down. */
export const written = (value: number, digits: number): number => Number(value.toPrecision(digits));
