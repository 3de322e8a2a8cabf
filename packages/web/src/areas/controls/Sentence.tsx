import {
  batchOf,
  format,
  formatProbability,
  gradientTerms,
  ids,
  isRounding,
  isTie,
  parameterId,
  pick,
  plainOf,
  symbolOf,
} from "@neural-viz/engine";
import { isPlaying } from "../../store/run/phase.ts";
import { dataOf, focusOf, networkOf, partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import type { AppState } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { pointOf } from "../../store/selection/point.ts";
import { capital } from "../../ui/kit/text.ts";
import { reasonOf, correctCountsOf, whenOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/playground";

type Shown = Pick<AppState, "experiment" | "snapshot" | "selection" | "record"> & {
  readonly playing: boolean;
};

/** A loss this many times the initial one is more than a detour. */
const WORSE = 2;

/** What there is to see now, and what to ask. */
export function Sentence() {
  const state = useThrottled((now): Shown => {
    const { experiment, snapshot, selection, record } = now;
    return { experiment, snapshot, selection, playing: isPlaying(now), record };
  });
  return <p>{sentenceOf(state)}</p>;
}

function sentenceOf(state: Shown) {
  const { t, correct, loss, stopped } = state.snapshot;
  const { perEpoch, trained } = partsOf(state);
  if (stopped?.reason === "diverged")
    return messages.stoppedAt(whenOf(t, perEpoch), reasonOf(stopped, perEpoch));
  if (stopped !== undefined) {
    return messages.stoppedWith(
      correctCountsOf(state),
      reasonOf(stopped, perEpoch),
      <Answer state={state} />,
    );
  }
  if (t === 0 && !state.playing) {
    const likeGuessing = Math.abs(correct - trained / 2) <= trained / 10 ? messages.likeGuessing : "";
    return messages.untrained(correctCountsOf(state), likeGuessing);
  }
  return messages.running(
    capital(whenOf(t, perEpoch)),
    correctCountsOf(state),
    <Quantity id={ids.L.of(t)}>{format(loss)}</Quantity>,
    worseThanBefore(state) ?? (
      <>
        <Ties state={state} />
        {!state.playing && <Steepest state={state} />}
      </>
    ),
  );
}

/** Shown when training has made the loss much larger, unless a weight was set by hand. */
function worseThanBefore({ snapshot, record }: Shown) {
  const before = record.history.at(0) ?? Infinity;
  const byHand = snapshot.changes.some((change) => "parameter" in change);
  if (byHand || snapshot.loss <= WORSE * before) return undefined;
  return messages.worseThanBefore(<Quantity id={ids.L.of(0)}>{format(before)}</Quantity>);
}

function Answer({ state }: { state: Shown }) {
  const { trace } = focusOf(state);
  return messages.whereFrom(
    <Tex tex="\hat y" plain="ŷ" />,
    <Quantity id={ids.p.of(pointOf(state), state.snapshot.t)}>
      {formatProbability(trace.outputs[0]!)}
    </Quantity>,
  );
}

/** How many points are on one side only because of rounding. */
function Ties({ state }: { state: Shown }) {
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
