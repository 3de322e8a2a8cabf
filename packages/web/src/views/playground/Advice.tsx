import { format, stalled, type Unit } from "@neural-viz/engine";
import {
  forgetArrival,
  forgetDamage,
  forgetInPage,
  reset,
  retryGently,
  seek,
  startFresh,
} from "../../store/actions.ts";
import { useState } from "react";
import { partsOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import { type AppState, type Arrival, type Damage, useApp } from "../../store/store.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Quantity } from "../inspector/Quantity.tsx";
import { useWhen } from "./useWhen.ts";
import { count, unitOf } from "./words.ts";

/** When something went wrong, or nothing happens: what it is, and what to try. */
export function Advice() {
  const failure = useApp((state) => state.failure);
  const damage = useApp((state) => state.damage);
  const diverged = useApp((state) => state.snapshot.stopped?.reason === "diverged");
  const stall = useCalm(stallOf, 500);
  const dead = useCalm((state) => state.snapshot.dead, 500);
  const arrived = useApp((state) => state.arrived);
  const replaying = useApp(({ replay }) =>
    replay !== undefined && replay.last > 0 ? replay.after : undefined,
  );
  const inPage = useApp((state) => state.inPage);
  if (damage !== undefined) return <Damaged {...damage} />;
  if (failure !== undefined) return <Failure reason={failure} />;
  if (replaying !== undefined) return <Replaying after={replaying} />;
  if (arrived?.after === "loss") return <Replayed {...arrived} />;
  if (arrived?.after === "visit") return <Restored {...arrived} />;
  if (inPage) return <InPage />;
  if (diverged) return <Diverged />;
  if (dead.length > 0) return <Dead dead={dead} />;
  if (arrived !== undefined) return <Arrived same={arrived.same} />;
  return stall === undefined ? undefined : <Stalled {...stall} />;
}

function stallOf(state: AppState): ReturnType<typeof stalled> {
  const { course, snapshot } = state;
  const { history } = course;
  const upToNow = { length: snapshot.t + 1, at: history.at };
  return stalled(upToNow, snapshot.correct === partsOf(state).trained);
}

/** What the link's fingerprint says of the numbers shown. */
function Arrived({ same }: { same: boolean }) {
  const t = useApp(({ snapshot }) => snapshot.t);
  const when = useWhen();
  return (
    <Notice
      word={same ? "The same numbers as the sender's" : "Other numbers than the sender's"}
      good={same}
      role={same ? "note" : "alert"}
      actions={
        <Button small onClick={forgetArrival}>
          All right
        </Button>
      }
    >
      {same
        ? `Trained again here to ${when(t)}, every parameter has the same bits.`
        : `At ${when(t)} the parameters differ from those the link was made with; it may have been changed on the way, or come from another version of this page.`}
    </Notice>
  );
}

/** A run is trained again: its trainer was lost, or it comes from an earlier visit. */
function Replaying({ after }: { after: "loss" | "visit" }) {
  const replay = useCalm((state) => state.replay);
  const when = useWhen();
  const standing = replay && `${when(replay.reached)} of ${count(replay.last)}.`;
  return after === "loss" ? (
    <Notice word="Background training stopped" role="alert">
      Replaying: {standing}
    </Notice>
  ) : (
    <Notice
      word="Restoring what you were doing"
      role="note"
      actions={
        <Button small onClick={startFresh}>
          Start fresh
        </Button>
      }
    >
      Training it again: {standing}
    </Notice>
  );
}

function Restored({ same, alone }: Arrival) {
  const t = useApp(({ snapshot }) => snapshot.t);
  const [at] = useState(t);
  const when = useWhen();
  return (
    <Notice
      word="Restored what you were doing"
      good={same}
      role="note"
      actions={
        <>
          <Button small onClick={startFresh}>
            Start fresh
          </Button>
          <Button small onClick={forgetArrival}>
            All right
          </Button>
        </>
      }
    >
      {same
        ? `Trained again to ${when(at)}: same numbers.`
        : `At ${when(at)} the numbers differ from before; this may be another version of the page.`}
      {!alone && " Its other branches are gone."}
    </Notice>
  );
}

function Replayed({ same, alone }: Arrival) {
  const t = useApp(({ snapshot }) => snapshot.t);
  const [at] = useState(t);
  const when = useWhen();
  return (
    <Notice
      word="Background training stopped"
      role="alert"
      actions={
        <Button small onClick={forgetArrival}>
          All right
        </Button>
      }
    >
      Replayed to {when(at)}: {same ? "same numbers ✓" : "other numbers than before."}
      {!alone && " The other branches of the run are gone."}
    </Notice>
  );
}

function InPage() {
  return (
    <Notice
      word="Training runs in the page itself"
      role="note"
      actions={
        <Button small onClick={forgetInPage}>
          All right
        </Button>
      }
    >
      The browser did not start its background worker. The numbers are the same.
    </Notice>
  );
}

const damageWords: Record<Damage["what"], string> = {
  link: "This link is damaged",
  file: "This file cannot be opened",
  address: "This address asks for something there is not",
};

function Damaged({ what, why }: Damage) {
  const first = useApp(({ run }) => run === 1);
  return (
    <Notice
      word={damageWords[what]}
      role="alert"
      actions={
        <Button small onClick={forgetDamage}>
          All right
        </Button>
      }
    >
      {why} {first && what === "link" ? "Showing the default experiment." : "Your run is as it was."}
    </Notice>
  );
}

function Failure({ reason }: { reason: string }) {
  return (
    <Notice
      word="Training cannot run"
      role="alert"
      actions={<Button onClick={() => location.reload()}>Reload</Button>}
    >
      {reason}. All that is shown is still true.
    </Notice>
  );
}

function Diverged() {
  const { snapshot, course, optimizer } = useApp((state) => state);
  const { history } = course;
  const { t, stopped } = snapshot;
  const { learningRate } = optimizer;
  const when = useWhen();
  const rose = (history.at(t - 1) ?? 0) > (history.at(t - 2) ?? Infinity) || t < 2;
  return (
    <Notice
      word="Diverged"
      role="alert"
      actions={
        <>
          <Button small onClick={() => seek(t - 1)}>
            See the epoch before
          </Button>
          <Button small onClick={retryGently}>
            Retry with {format(learningRate / 10)}
          </Button>
        </>
      }
    >
      Stopped at {when(t)}: <Quantity id={stopped?.id ?? `L@${t}`}>{stopped?.id}</Quantity> is no longer a
      finite number. {rose && "Each step overshot further than the last; "}the learning rate is{" "}
      {format(learningRate)}.
    </Notice>
  );
}

function Stalled({ fell, epochs }: { fell: number; epochs: number }) {
  const playing = useApp((state) => state.playing);
  const unit = useApp((state) => unitOf(partsOf(state).perEpoch));
  const { t, loss } = useCalm(({ snapshot }) => snapshot, 500);
  return (
    <Notice
      word="Stalled"
      role="note"
      actions={
        <Button small onClick={reset}>
          New weights
        </Button>
      }
    >
      In {count(epochs)} {unit}s the loss only {fell < 0 ? "rose" : "fell"} from{" "}
      <Quantity id={`L@${t - epochs}`}>{format(loss + fell)}</Quantity> to{" "}
      <Quantity id={`L@${t}`}>{format(loss)}</Quantity>. The arithmetic is fine; this start may be a poor one.
      Try new weights, another learning rate or one more neuron.
      {playing && " Training goes on."}
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
      word="Dead ReLU"
      role="note"
      actions={
        <Button small onClick={reset}>
          New weights
        </Button>
      }
    >
      {layer >= 0 ? (
        <>
          Every neuron of layer {layer + 1} outputs 0 for all {n} points, so no gradient passes it: all layers
          before it stand still, exactly. Try new weights, a smaller learning rate or another activation.
        </>
      ) : (
        <>
          {dead.length === 1
            ? `Neuron ${j} of layer ${l} outputs`
            : `${dead.length} neurons, the first of them neuron ${j} of layer ${l}, output`}{" "}
          0 for all {n} points, so {dead.length === 1 ? "its gradient is" : "their gradients are"} exactly 0.
        </>
      )}
    </Notice>
  );
}
