/** The numbers that an exercise states, in rows: exactly those that its answers are computed from. */
import { idOf, ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Asking } from "../exercises/index.ts";
import { pointsOf, statedFor } from "../exercises/stated.ts";
import { biasName, weightName } from "../nn/network.ts";
import { outputsOf, targetOf } from "../quantities/parts.ts";
import type { Run } from "../quantities/run.ts";

/** What is stated, by what it is. */
export interface StatedRows {
  /** Weights, then the bias, of each neuron. */
  readonly neurons: readonly {
    readonly l: number;
    readonly j: number;
    readonly ids: readonly QuantityId[];
  }[];
  /** Inputs, then targets, of each point. */
  readonly points: readonly { readonly s: number; readonly ids: readonly QuantityId[] }[];
  readonly settings: readonly QuantityId[];
  readonly state: readonly QuantityId[];
}

/** The rows of an exercise. `results` are those that it gives. */
export function statedRows({ t, sample, ask }: Asking, run: Run, results: readonly QuantityId[]): StatedRows {
  const stated = statedFor(run, [...ask, ...results], t);
  const ofKind = (kind: string) => stated.filter((id) => idOf(id).kind === kind);
  return {
    neurons: run.network.layers.flatMap(({ fanIn, fanOut }, i) =>
      Array.from({ length: fanOut }, (_, k) => {
        const [l, j] = [i + 1, k + 1];
        const weights = Array.from({ length: fanIn }, (_unused, from) => weightName(l, j, from + 1));
        return { l, j, ids: [...weights, biasName(l, j)].map((name) => ids.parameter.of(name, t)) };
      }),
    ),
    points: [...new Set([sample, ...pointsOf(stated)])].map((s) => ({
      s,
      ids: [
        ...run.samples.inputs.map((_, k) => ids.x.of(k + 1, s)),
        ...outputsOf(run).map((j) => targetOf(run, j, { kind: "sample", s })),
      ],
    })),
    settings: ofKind("hyper"),
    state: ofKind("optimizerState"),
  };
}
