import {
  defaultExperiment,
  format,
  ids,
  isLinear,
  rawFeatures,
  stalled,
  type Unit,
} from "@neural-viz/engine";
import { failureOf, isPlaying, replayOf } from "../../store/run/phase.ts";
import { optimizerInForce } from "../../store/run/state.ts";
import { reset, retryGently } from "../../store/setup/begin.ts";
import { chooseNetwork } from "../../store/setup/choose.ts";
import { forgetArrival, seek } from "../../store/run/control.ts";
import { forgetInPage, sayNewVersion } from "../../store/visit/notices.ts";
import { startFresh } from "../../store/visit/navigation.ts";
import { useState } from "react";
import { useAnswer } from "../../store/answers.ts";
import { dataOf, networkOf, partsOf } from "../../store/derived.ts";
import { useThrottled, useLocked } from "../../store/hooks.ts";
import { type AppState, useApp } from "../../store/store.ts";
import type { Arrival } from "../../store/run/state.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Notice } from "../../ui/kit/Notice.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { DamageNotice } from "./DamageNotice.tsx";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { count } from "../../ui/kit/text.ts";
import { unitOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/advice";

/** When something went wrong, or nothing happens: what it is, and what to try. */
export function Advice() {
  const failure = useApp(failureOf);
  const damage = useApp((state) => state.damage);
  const diverged = useApp((state) => state.snapshot.stopped?.reason === "diverged");
  const stall = useThrottled(stallOf, 500);
  const dead = useThrottled((state) => state.snapshot.dead, 500);
  const arrived = useApp((state) => state.arrived);
  const replaying = useApp((state) => {
    const replay = replayOf(state);
    return replay !== undefined && replay.last > 0 ? replay.after : undefined;
  });
  const inPage = useApp((state) => state.inPage);
  const talking = useApp(({ scene }) => scene !== undefined);
  const newVersion = useApp((state) => state.newVersion);
  if (damage !== undefined) return <DamageNotice />;
  if (failure !== undefined) return <Failure reason={failure} />;
  if (replaying !== undefined) return <Replaying after={replaying} />;
  if (arrived !== undefined && arrived.after !== "link") return <Returned {...arrived} />;
  if (inPage) return <InPage />;
  if (newVersion !== undefined) return <NewVersion take={newVersion.take} />;
  if (diverged) return <Diverged />;
  if (dead.length > 0) return <Dead dead={dead} />;
  // In a talk the caption says it, if all is well.
  if (arrived !== undefined && !(talking && arrived.same)) return <Arrived same={arrived.same} />;
  return stall === undefined ? undefined : <Stalled {...stall} />;
}

/** Updates that are looked at to see whether the loss jumps. */
const RECENT = 10;
/** The least rise, as a share of the loss, that is a jump: far above rounding errors. */
const JUMP = 1e-6;

function stallOf(state: AppState): ReturnType<typeof stalled> {
  const { record, snapshot } = state;
  const { history } = record;
  const upToNow = { length: snapshot.t + 1, at: history.at };
  // A loss that jumps up and down isn't stalled: its updates overshoot.
  const last = Array.from({ length: Math.min(RECENT, snapshot.t) }, (_, i) => snapshot.t - i);
  const rises = last.filter(
    (t) => (history.at(t) ?? 0) > (1 + JUMP) * (history.at(t - 1) ?? Infinity),
  ).length;
  if (2 * rises >= RECENT) return undefined;
  const fitted = snapshot.stopped?.reason === "converged-loss";
  return stalled(upToNow, fitted || snapshot.correct === partsOf(state).trained);
}

/** Whether the numbers match the link's fingerprint. */
function Arrived({ same }: { same: boolean }) {
  const t = useApp(({ snapshot }) => snapshot.t);
  const when = useWhen();
  return (
    <Notice
      word={same ? messages.sameNumbers : messages.otherNumbers}
      good={same}
      role={same ? "note" : "alert"}
      actions={
        <Button small onClick={forgetArrival}>
          {messages.dismiss}
        </Button>
      }
    >
      {same ? messages.trainedAgain(when(t)) : messages.differs(when(t))}
    </Notice>
  );
}

/** The run is being trained again, because its trainer was lost or it comes from an earlier visit. */
function Replaying({ after }: { after: "loss" | "visit" }) {
  const replay = useThrottled(replayOf);
  const when = useWhen();
  const reached = when(replay?.reached ?? 0);
  const last = count(replay?.last ?? 0);
  return after === "loss" ? (
    <Notice word={messages.stoppedInTheBackground} role="alert">
      {messages.replaying(reached, last)}
    </Notice>
  ) : (
    <Notice
      word={messages.restoring}
      role="note"
      actions={
        <Button small onClick={startFresh}>
          {messages.startFresh}
        </Button>
      }
    >
      {messages.trainingAgain(reached, last)}
    </Notice>
  );
}

/** The run has been restored to the epoch that was shown. */
function Returned({ after, same, alone }: Arrival) {
  const t = useApp(({ snapshot }) => snapshot.t);
  const [at] = useState(t);
  const when = useWhen()(at);
  const lost = after === "loss";
  const [good, bad] = lost
    ? [messages.replayed, messages.replayedOtherwise]
    : [messages.restoredSame, messages.restoredOtherwise];
  return (
    <Notice
      word={lost ? messages.stoppedInTheBackground : messages.restored}
      good={same && !lost}
      role={lost ? "alert" : "note"}
      actions={
        <>
          {!lost && (
            <Button small onClick={startFresh}>
              {messages.startFresh}
            </Button>
          )}
          <Button small onClick={forgetArrival}>
            {messages.dismiss}
          </Button>
        </>
      }
    >
      {same ? good(when) : bad(when)} {!alone && messages.branchesGone}
    </Notice>
  );
}

function InPage() {
  return (
    <Notice
      word={messages.inPage}
      role="note"
      actions={
        <Button small onClick={forgetInPage}>
          {messages.dismiss}
        </Button>
      }
    >
      {messages.whyInPage}
    </Notice>
  );
}

function NewVersion({ take }: { take: () => void }) {
  return (
    <Notice
      word={messages.newVersion}
      good
      role="note"
      actions={
        <>
          <Button small onClick={take}>
            {messages.takeItNow}
          </Button>
          <Button small onClick={() => sayNewVersion(undefined)}>
            {messages.later}
          </Button>
        </>
      }
    >
      {messages.comesBack}
    </Notice>
  );
}

function Failure({ reason }: { reason: string }) {
  return (
    <Notice
      word={messages.trainingCannotRun}
      role="alert"
      actions={<Button onClick={() => location.reload()}>{messages.reload}</Button>}
    >
      {messages.failure(reason)}
    </Notice>
  );
}

function Diverged() {
  const state = useApp((now) => now);
  const { snapshot, record, experiment } = state;
  const { history } = record;
  const { t, stopped } = snapshot;
  const { learningRate } = optimizerInForce(state);
  const when = useWhen();
  const quantity = <Quantity id={stopped?.id ?? ids.L.of(t)}>{stopped?.id}</Quantity>;
  if (t === 0) {
    return (
      <Notice word={messages.diverged} role="alert">
        {messages.neverFinite(quantity)}
      </Notice>
    );
  }
  const edited = experiment.changes.some((change) => change.at === t && "parameter" in change);
  const overshot = !edited && t > 1 && (history.at(t - 1) ?? 0) > (history.at(t - 2) ?? Infinity);
  return (
    <Notice
      word={messages.diverged}
      role="alert"
      actions={
        <>
          <Button small onClick={() => seek(t - 1)}>
            {messages.seeTheUpdateBefore}
          </Button>
          <Button small onClick={retryGently}>
            {messages.retryWith(format(learningRate / 10))}
          </Button>
        </>
      }
    >
      {messages.divergedAt(when(t), quantity, overshot, format(learningRate))}
    </Notice>
  );
}

interface Stall {
  fell: number;
  epochs: number;
}

/** A run that stalled. If the network can only draw one line, the page knows whether a line can separate the points. */
function Stalled(stall: Stall) {
  const linear = useApp((state) => {
    const network = networkOf(state);
    const raw = String(network.features) === String(rawFeatures(2));
    return isLinear(network) && network.head.targets === "binary" && raw && dataOf(state).inputs.length === 2;
  });
  const fixed = useLocked("network", "weights");
  return linear ? (
    <StalledOnALine {...stall} />
  ) : (
    <StallNotice
      {...stall}
      advice={messages.tryOtherWeights}
      {...(fixed ? {} : { action: { label: messages.newWeights, onPress: reset } })}
    />
  );
}

function StalledOnALine(stall: Stall) {
  const found = useAnswer<"separability">({ kind: "separability" });
  const { train } = useApp((state) => partsOf(state).split);
  const { hidden } = useApp((state) => state.experiment.network);
  const fixed = useLocked("network");
  if (found === undefined) return undefined;
  if (found.separable) return <StallNotice {...stall} advice={messages.aLineCan} />;
  const numbers = (indices: readonly number[]): number[] => indices.map((index) => train[index]! + 1);
  const [zeros = [], ones = []] = found.proof.map(numbers);
  const advice = messages.noLineCan(proofOf(zeros, ones), hidden.length > 0);
  if (hidden.length > 0 || fixed) return <StallNotice {...stall} advice={advice} />;
  return (
    <StallNotice
      {...stall}
      advice={advice}
      action={{
        label: messages.addAHiddenLayer,
        onPress: () => chooseNetwork({ hidden: defaultExperiment.network.hidden }),
      }}
    />
  );
}

/** Why no line can separate points whose classes' convex hulls intersect like this. */
function proofOf(zeros: readonly number[], ones: readonly number[]): string {
  const [few, many] = zeros.length < ones.length ? [zeros, ones] : [ones, zeros];
  if (few.length === 2) return messages.segmentsCross(many, few);
  return messages.pointInHull(few[0]!, many);
}

interface StallNoticeProps extends Stall {
  advice: string;
  action?: { readonly label: string; readonly onPress: () => void };
}

function StallNotice({ fell, epochs, advice, action }: StallNoticeProps) {
  const playing = useApp(isPlaying);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const { t, loss, correct } = useThrottled(({ snapshot }) => snapshot, 500);
  const { trained } = useApp(partsOf);
  const misclassified = correct === undefined ? undefined : trained - correct;
  return (
    <Notice
      word={messages.stalled}
      role="note"
      actions={
        action && (
          <Button small onClick={action.onPress}>
            {action.label}
          </Button>
        )
      }
    >
      {format(loss + fell) === format(loss)
        ? messages.stalledAt(
            epochs,
            unit,
            <Quantity id={ids.L.of(t)}>{format(loss)}</Quantity>,
            misclassified,
          )
        : messages.stalledFor(
            epochs,
            unit,
            fell < 0 ? messages.rose : messages.fell,
            <Quantity id={ids.L.of(t - epochs)}>{format(loss + fell)}</Quantity>,
            <Quantity id={ids.L.of(t)}>{format(loss)}</Quantity>,
            misclassified,
          )}{" "}
      {advice}
      {playing && messages.trainingGoesOn}
    </Notice>
  );
}

function Dead({ dead }: { dead: readonly Unit[] }) {
  const { hidden } = useApp((state) => state.experiment.network);
  const n = useApp((state) => partsOf(state).trained);
  const layer = hidden.findIndex(
    ({ units }, l) => dead.filter((unit) => unit.layer === l + 1).length === units,
  );
  const { layer: l, unit: j } = dead[0]!;
  return (
    <Notice
      word={messages.deadReLU}
      role="note"
      actions={
        <Button small onClick={reset}>
          {messages.newWeights}
        </Button>
      }
    >
      {layer >= 0
        ? messages.deadLayer(layer + 1, n)
        : dead.length === 1
          ? messages.deadNeuron(j, l, n)
          : messages.deadNeurons(dead.length, j, l, n)}
    </Notice>
  );
}
