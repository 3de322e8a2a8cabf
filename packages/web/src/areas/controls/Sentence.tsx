import {
  batchOf,
  type Dataset,
  datasets,
  format,
  formatProbability,
  gradientTerms,
  ids,
  isRounding,
  isTie,
  parameterId,
  pick,
  plainOf,
  rootMeanSquaredError,
  symbolOf,
} from "@neural-viz/engine";
import { isPlaying } from "../../store/run/phase.ts";
import { baselinesOfRun, dataOf, focusOf, networkOf, partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { lookedOf, switchOff } from "../../store/selection/ablation.ts";
import type { Looked } from "../../store/selection/looked.ts";
import type { AppState } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { later } from "../../ui/kit/later.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { pointOf } from "../../store/selection/point.ts";
import { capital } from "../../ui/kit/text.ts";
import { outputId, unitSymbol, valueText } from "../../ui/quantity/names.ts";
import { reasonOf, correctCountsOf, whenOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/playground";

type Shown = Pick<AppState, "experiment" | "snapshot" | "selection" | "record" | "off"> & {
  readonly playing: boolean;
};

/** Only at rest, and after the first update. */
const Diagnosis = later(async () => (await import("./Diagnosis.tsx")).Diagnosis);

/** A loss this many times the initial one is more than a detour. */
const WORSE = 2;

/** What there is to see now, and what to ask. */
export function Sentence() {
  const state = useThrottled((now): Shown => {
    const { experiment, snapshot, selection, record, off } = now;
    return { experiment, snapshot, selection, off, playing: isPlaying(now), record };
  });
  return <p>{sentenceOf(state)}</p>;
}

function sentenceOf(state: Shown) {
  const looked = lookedOf(state);
  if (looked !== undefined) return <SwitchedOff looked={looked} />;
  const { t, loss, stopped } = state.snapshot;
  const counts = correctCountsOf(state);
  const { perEpoch, trained } = partsOf(state);
  if (stopped?.reason === "diverged")
    return messages.stoppedAt(whenOf(t, perEpoch), reasonOf(stopped, state));
  if (stopped !== undefined) {
    const reason = reasonOf(stopped, state);
    const answer = <Diagnosis otherwise={<Answer state={state} />} />;
    return counts === undefined
      ? messages.fittedAndStopped(<Rmse state={state} />, reason, answer)
      : messages.stoppedWith(counts, reason, answer);
  }
  if (t === 0 && !state.playing) {
    if (counts === undefined) {
      const mean = baselinesOfRun(state.experiment).find(({ kind }) => kind === "mean");
      return messages.untrainedFit(
        <Rmse state={state} />,
        mean === undefined ? undefined : format(rmseOf(state, mean.loss)),
      );
    }
    const classes = Math.max(2, networkOf(state).layers.at(-1)!.fanOut);
    const near = Math.abs(counts.correct - trained / classes) <= trained / 10;
    return messages.untrained(counts, near ? messages.likeGuessing : "");
  }
  const when = capital(whenOf(t, perEpoch));
  const value = <Quantity id={ids.L.of(t)}>{format(loss)}</Quantity>;
  const more = worseThanBefore(state) ?? (
    <>
      <Ties state={state} />
      {!state.playing && <Diagnosis otherwise={<Steepest state={state} />} />}
    </>
  );
  return counts === undefined
    ? messages.fitting(when, <Rmse state={state} />, value, more)
    : messages.running(when, counts, value, more);
}

/** The root mean square of the errors, and in the data's own unit where that's another one. */
function Rmse({ state }: { state: Shown }) {
  const { fit, t } = state.snapshot;
  const own =
    fit?.ownRmse?.length === 1 ? messages.ownRmse(format(fit.ownRmse[0]!), unitOfTarget(state)) : "";
  return (
    <>
      <Quantity id={ids.rmse.of(t)}>{format(fit?.rmse ?? 0)}</Quantity>
      {own}
    </>
  );
}

/** The unit of the target of real data. */
function unitOfTarget({ experiment: { dataset } }: Shown): string | undefined {
  if (dataset.name === "custom" || !("columns" in dataset)) return undefined;
  const known: Dataset = datasets[dataset.name];
  if (known.kind !== "real") return undefined;
  return known.columns[(known.valueTargets[dataset.target ?? ""] ?? 0) - 1]?.unit;
}

/** The root mean square of the errors that have this loss. */
function rmseOf(state: Shown, loss: number): number {
  const { head, layers } = networkOf(state);
  return rootMeanSquaredError(head, loss, layers.at(-1)!.fanOut);
}

/** What the network does without a neuron. */
function SwitchedOff({ looked: { off, correct, changed } }: { looked: Looked }) {
  const mean = format(off.mean);
  return (
    <>
      {correct === undefined
        ? messages.switchedOff(off.unit, off.layer, mean)
        : messages.switchedOffClasses(off.unit, off.layer, mean, changed.length)}{" "}
      <Button small onClick={() => void switchOff(undefined)}>
        {messages.switchOn(off.unit)}
      </Button>
    </>
  );
}

/** Shown when training has made the loss much larger, unless a weight was set by hand. */
function worseThanBefore({ snapshot, record }: Shown) {
  const before = record.history.at(0) ?? Infinity;
  const byHand = snapshot.changes.some((change) => "parameter" in change);
  if (byHand || snapshot.loss <= WORSE * before) return undefined;
  return messages.worseThanBefore(<Quantity id={ids.L.of(0)}>{format(before)}</Quantity>);
}

/** Where does the selected point's prediction come from? */
function Answer({ state }: { state: Shown }) {
  const { trace } = focusOf(state);
  const network = networkOf(state);
  const last = network.layers.length;
  const point = pointOf(state);
  if (trace.outputs.length > 1 && network.head.classifies) {
    return messages.whereFromAll(
      [...trace.outputs].map((p, j) => (
        <span key={unitSymbol(network, last, j).plain}>
          <Tex {...unitSymbol(network, last, j)} /> ={" "}
          <Quantity id={outputId(network, j, point, state.snapshot.t)}>{formatProbability(p)}</Quantity>
          {j < trace.outputs.length - 1 && ", "}
        </span>
      )),
    );
  }
  return messages.whereFrom(
    <Tex {...unitSymbol(network, last, 0)} />,
    <Quantity id={outputId(network, 0, point, state.snapshot.t)}>
      {valueText(network, last, trace.outputs[0]!)}
    </Quantity>,
  );
}

/** How many points are on one side only because of rounding. */
function Ties({ state }: { state: Shown }) {
  if (networkOf(state).head.targets !== "binary") return undefined;
  const predictions = state.snapshot.outputs[0]!;
  const ties = partsOf(state).split.train.filter((sample) => isTie(predictions[sample]!)).length;
  return ties === 0 ? undefined : messages.ties(ties);
}

/** The parameter with the steepest slope, and the direction that lowers the loss. */
function Steepest({ state }: { state: Shown }) {
  const { gradient, params, t } = state.snapshot;
  const index = gradient.reduce((best, g, i) => (Math.abs(g) > Math.abs(gradient[best]!) ? i : best), 0);
  const slope = gradient[index]!;
  if (slope === 0 || !Number.isFinite(slope)) return undefined;
  const network = networkOf(state);
  const batch = batchOf(network, pick(dataOf(state), partsOf(state).batches.at(t)));
  if (isRounding(slope, gradientTerms(network, batch, params, index))) return messages.onlyRounding;
  const name = parameterId(network, index);
  const id = { kind: "parameter", name, t } as const;
  return messages.steepest(
    <Tex tex={symbolOf(id)} plain={plainOf(id)} />,
    <Quantity id={ids.gradient.of(name, t)}>{format(slope)}</Quantity>,
    slope < 0 ? messages.raising : messages.lowering,
  );
}
