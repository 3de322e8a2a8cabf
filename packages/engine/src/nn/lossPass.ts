/** The loss alone: forward passes without the way back, with the same bits as the evaluator's loss. */
import { WIDTH } from "./dense.ts";
import { crossEntropy } from "./loss.ts";
import type { Network } from "./network.ts";
import { type Batch, createRows, forward, type Rows } from "./propagation.ts";

/** Hears of every block of samples that went through: what each unit put out for samples `from` … `from + samples − 1`. */
export type Seen = (rows: Rows, from: number, samples: number) => void;

/** L of all samples, as a function of the parameters. Nothing is allocated per pass. */
export function createLossPass(
  network: Network,
  { count, x1, x2, y }: Batch,
  seen: Seen = () => {},
): (params: Float64Array) => number {
  const rows = createRows(network);
  const inputs = rows[0]!;
  const logits = rows.at(-1)!;
  return (params) => {
    let sum = 0;
    for (let from = 0; from < count; from += WIDTH) {
      const samples = Math.min(WIDTH, count - from);
      inputs.set(x1.subarray(from, from + samples));
      inputs.set(x2.subarray(from, from + samples), WIDTH);
      forward(network, params, rows, samples);
      for (let s = 0; s < samples; s++) sum += crossEntropy(logits[s]!, y[from + s]!);
      seen(rows, from, samples);
    }
    return sum / count;
  };
}
