/** Reads and judges a recording, and keeps what can be asked about its updates. */
import {
  attempt,
  type Compared,
  createJudge,
  createRecordingReader,
  type Experiment,
  experimentAsRecorded,
  experimentFrom,
  type Explanation,
  idOf,
  isCalculation,
  explainRecorded,
  type Judge,
  optimizerAtUpdate,
  optimizerOf,
  parametersBefore,
  type RecordedUpdate,
  type RecordingHead,
  type Result,
  shapeText,
  type Stage,
} from "@neural-viz/engine";
import type { Line, Pair, Part, Review, UpdateReview } from "./protocol.ts";

/** The most differing numbers that are kept, of all updates together. */
const MAX_KEPT = 100_000;

/** What is counted of a stage in one layer. */
interface Count {
  agree: number;
  differ: number;
  furthest: Pair | undefined;
  /** How far apart that is, in units of what rounding can do. */
  excess: number;
}

/** An update as it was read, and what was found in it. */
interface Judged {
  readonly update: RecordedUpdate;
  /** By stage and layer. */
  readonly counts: Map<string, Count>;
  readonly differences: Pair[];
  differ: number;
  yours: number;
  ours: number;
}

/** Reads and judges a recording. */
export interface Reviewer {
  /** Reads the next piece of the text. @throws ExperimentError */
  push(text: string): void;
  /** What was found, once the text has ended. @throws ExperimentError */
  end(): Review;
  update(index: number): UpdateReview;
  explain(index: number, pair: Pair): readonly Line[];
  experiment(index: number): Result<Experiment>;
  recorded(): Result<Experiment>;
}

const keyOf = (stage: Stage, layer: number | undefined): string => `${stage} ${layer}`;

export function createReviewer(): Reviewer {
  let head: RecordingHead | undefined;
  let judge: Judge | undefined;
  const judged: Judged[] = [];
  let kept = 0;

  function see(compared: Compared): void {
    const { stage, index, yours, ours, agrees, telling } = compared;
    const now = judged.at(-1)!;
    const layer = index === undefined ? undefined : layerOfIndex(head!, index);
    const key = keyOf(stage, layer);
    const count = now.counts.get(key) ?? { agree: 0, differ: 0, furthest: undefined, excess: -1 };
    now.counts.set(key, count);
    if (!telling) return;
    count[agrees ? "agree" : "differ"] += 1;
    if (stage === "loss") {
      now.yours = yours;
      now.ours = ours;
    }
    const distance = excessOf(compared);
    const pair = (): Pair => ({ stage, id: compared.id(), yours, ours });
    if (distance > count.excess) {
      count.excess = distance;
      count.furthest = pair();
    }
    if (agrees) return;
    now.differ += 1;
    if (kept >= MAX_KEPT) return;
    kept += 1;
    now.differences.push(pair());
  }

  const reader = createRecordingReader({
    head(found) {
      head = found;
      judge = createJudge(found, see);
    },
    update(update) {
      judged.push({ update, counts: new Map(), differences: [], differ: 0, yours: NaN, ours: NaN });
      judge!.update(update);
    },
  });
  const updates = (): RecordedUpdate[] => judged.map(({ update }) => update);

  return {
    push: reader.push,
    end() {
      reader.end();
      const { writer, dtype, network, optimizer } = head!;
      return {
        writer,
        dtype,
        shape: shapeText(network),
        layers: network.layers.length,
        optimizer: optimizer && optimizerOf(optimizer.choice.name).label,
        batched: judged.some(({ update }) => update.batch !== "all"),
        comparison: judge!.result,
        ts: Float64Array.from(judged, ({ update }) => update.t),
        differ: Int32Array.from(judged, ({ differ }) => differ),
        yours: Float64Array.from(judged, ({ yours }) => yours),
        ours: Float64Array.from(judged, ({ ours }) => ours),
      };
    },
    update(index) {
      const { update, counts, differences, differ } = judged[index]!;
      const layers = head!.network.layers.map((_, l) => l + 1);
      const part = (stage: Stage, recorded: boolean, layer?: number): Part => {
        const count = counts.get(keyOf(stage, layer));
        const { agree = 0, differ: apart = 0, furthest } = count ?? {};
        return { stage, layer, recorded, agree, differ: apart, furthest };
      };
      const rejoined = layers.some((layer) => counts.has(keyOf("parameters", layer)));
      return {
        index,
        t: update.t,
        batch: update.batch === "all" ? head!.data.count : update.batch.length,
        parts: [
          ...(rejoined ? layers.map((layer) => part("parameters", true, layer)) : []),
          part("loss", update.loss !== undefined),
          ...layers.toReversed().map((layer) => part("gradient", update.gradient !== undefined, layer)),
          ...layers.map((layer) => part("update", update.after !== undefined, layer)),
        ],
        differences: differences.toSorted((a, b) => apartOf(b) - apartOf(a)),
        more: differ > differences.length,
      };
    },
    explain: (index, pair) => explainRecorded(head!, updates(), index, pair).map(lineOf),
    recorded: () => attempt(() => experimentAsRecorded(head!, updates())),
    experiment: (index) =>
      attempt(() => {
        const all = updates();
        const params = parametersBefore(all, index);
        const { batch } = all[0]!;
        return experimentFrom(
          head!,
          params,
          optimizerAtUpdate(head!, all, index),
          batch === "all" ? "all" : batch.length,
        );
      }),
  };
}

/** What the page needs of an explanation, which may have an input for every point. */
function lineOf({ id, symbols, numbers, value, inputs }: Explanation): Line {
  return {
    id,
    symbols,
    numbers: numbers !== undefined && isCalculation(numbers) ? numbers.text : undefined,
    value,
    before: inputs.find((input) => idOf(input.id).kind === "parameter")?.value,
  };
}

/** The layer of a parameter, from 1. */
function layerOfIndex({ network }: RecordingHead, index: number): number {
  return 1 + network.layers.findLastIndex(({ weight }) => weight <= index);
}

/** How far apart two numbers are; NaN is as far as can be. */
function apartOf({ yours, ours }: Pair): number {
  const apart = Math.abs(yours - ours);
  return Number.isNaN(apart) ? Infinity : apart;
}

function excessOf({ yours, ours, tolerance }: Compared): number {
  const apart = Math.abs(yours - ours);
  if (apart === 0) return 0;
  const ratio = apart / tolerance;
  return Number.isNaN(ratio) ? Infinity : ratio;
}
