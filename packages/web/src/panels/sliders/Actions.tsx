import { editedAt, parameterIndex } from "@neural-viz/engine";
import { networkOf } from "../../store/derived.ts";
import { goOn, pause, train } from "../../store/run/control.ts";
import { isPlaying } from "../../store/run/phase.ts";
import { editAll } from "../../store/setup/choose.ts";
import { locksAny } from "../../store/setup/refuse.ts";
import { type AppState, store, useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import type { Start } from "./start.ts";
import { messages } from "#text/sliders";

interface ActionsProps {
  start: Start | undefined;
  locked: boolean;
}

/** Training from the weights that are set, and the way back to those at the start. */
export function Actions({ start, locked }: ActionsProps) {
  const playing = useApp(isPlaying);
  const mayTrain = useApp(canTrain);
  const stopped = useApp(({ snapshot }) => snapshot.stopped !== undefined);
  const away = useApp(
    ({ snapshot }) =>
      snapshot.t !== start?.t || start.params.some((value, i) => value !== snapshot.params[i]),
  );
  return (
    <>
      <Button small disabled={!playing && !mayTrain} onClick={playing ? pause : stopped ? goOn : train}>
        {playing ? messages.pause : messages.letTrainingGoOn}
      </Button>
      <Button
        small
        look="quiet"
        disabled={start === undefined || locked || playing || !away}
        onClick={() => start !== undefined && goBackTo(start)}
      >
        {messages.backToTheStart}
      </Button>
    </>
  );
}

/** After a divergence, at the maximum number of updates, or if the address locks the rule that stopped it, it can't. */
function canTrain(state: AppState): boolean {
  const reason = state.snapshot.stopped?.reason;
  if (reason === undefined) return true;
  return reason !== "diverged" && reason !== "updates" && !locksAny(state, ["training"]);
}

/** Takes back what the hands have changed, even if training has gone on from there. */
function goBackTo({ experiment, t, params }: Start): void {
  const state = store.getState();
  const network = networkOf(state);
  const edited = new Set([...editedAt(state.experiment, t), ...editedAt(experiment, t)]);
  const values = [...edited].flatMap((parameter) => {
    const index = parameterIndex(network, parameter);
    return index === undefined ? [] : [{ parameter, value: params[index]! }];
  });
  editAll(values, t);
}
