import { format, formatProbability, parameterId, symbolOf } from "@neural-viz/engine";
import { focusOf, networkOf, partsOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import type { AppState } from "../../store/store.ts";
import { plainOf } from "../inspector/names.ts";
import { Quantity } from "../inspector/Quantity.tsx";
import { Tex } from "../kit/Tex.tsx";
import { pointText } from "../network/pointed.ts";
import { capital, reasonOf, rightOf, whenOf } from "./words.ts";

/** What is to be seen now, and what could be asked. */
export function Sentence() {
  const state = useCalm((now) => now);
  return <p>{sentenceOf(state)}</p>;
}

function sentenceOf(state: AppState) {
  const { t, correct, loss, stopped } = state.snapshot;
  const { perEpoch, trained } = partsOf(state);
  if (stopped?.reason === "diverged")
    return `Stopped at ${whenOf(t, perEpoch)}: ${reasonOf(stopped, perEpoch)}.`;
  if (stopped !== undefined) {
    return (
      <>
        {rightOf(state)} on the right side. Stopped: {reasonOf(stopped, perEpoch)}. <Answer state={state} />
      </>
    );
  }
  if (t === 0 && !state.playing) {
    const likeACoin = Math.abs(correct - trained / 2) <= trained / 10 ? ", about what a coin would get" : "";
    return `This network has learned nothing yet: ${correct} of ${trained} points are on the right side${likeACoin}. Press Train.`;
  }
  return (
    <>
      {capital(whenOf(t, perEpoch))}: {rightOf(state)} on the right side, loss{" "}
      <Quantity id={`L@${t}`}>{format(loss)}</Quantity>. {!state.playing && <Steepest state={state} />}
    </>
  );
}

function Answer({ state }: { state: AppState }) {
  const { trace } = focusOf(state);
  return (
    <>
      Where does <Tex tex="\hat y" plain="ŷ" /> ={" "}
      <Quantity id={`p${pointText(state)}@${state.snapshot.t}`}>
        {formatProbability(trace.probability)}
      </Quantity>{" "}
      come from? Press it.
    </>
  );
}

/** The parameter that the loss reacts to most, and which way to move it. */
function Steepest({ state }: { state: AppState }) {
  const { gradient, t } = state.snapshot;
  const index = gradient.reduce((best, g, i) => (Math.abs(g) > Math.abs(gradient[best]!) ? i : best), 0);
  const slope = gradient[index]!;
  if (slope === 0 || !Number.isFinite(slope)) return undefined;
  const name = parameterId(networkOf(state), index);
  const id = { kind: "parameter", name, t } as const;
  return (
    <>
      The loss reacts most to <Tex tex={symbolOf(id)} plain={plainOf(id)} />, with slope{" "}
      <Quantity id={`g${name}@${t}`}>{format(slope)}</Quantity>: {slope < 0 ? "raise" : "lower"} it a little
      and the loss falls.
    </>
  );
}
