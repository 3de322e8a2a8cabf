import { format, formatProbability, ids } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { dataOf, networkOf, partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { Tex } from "../../ui/kit/Tex.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { stages } from "../../store/inspector/units.ts";
import { useUnits } from "../../store/inspector/useUnits.ts";
import { messages } from "#text/stages";

/** The question and the answer of a stage, instead of the sentence. */
export function Question() {
  const explained = useApp((state) => state.explained)!;
  const units = useUnits(explained.zoom);
  const stage = (units[explained.unit] ?? units[0]!).stage;
  const { question } = stages.find(({ name }) => name === stage)!;
  return (
    <p>
      {/* Another stage starts without an answer: ids asked for before its update have none. */}
      {question} <Found key={`${stage} ${explained.t}`} stage={stage} t={explained.t} />
    </p>
  );
}

function Found({ stage, t }: { stage: string; t: number }) {
  const s = useApp(({ selection }) => selection.index + 1);
  const network = useApp(networkOf);
  const label = useApp((state) => dataOf(state).targets[0]![state.selection.index]!);
  const someHeldOut = useApp((state) => partsOf(state).heldOut > 0);
  const asked = {
    p: ids.p.of(s, t),
    ell: ids.ell.of(s, t),
    L: ids.L.of(t),
    delta: ids.delta.of(network.layers.length, 1, s, t),
    predicted: ids.predicted.of(t + 1),
    actual: ids.dL.of(t + 1),
  };
  const values = useAnswer<"values">({ kind: "values", ids: Object.values(asked) });
  if (values === undefined) return undefined;
  const [p = 0, ell = 0, L = 0, delta = 0, predicted = 0, actual = 0] = values;
  switch (stage) {
    case "forward":
      return (
        <>
          {messages.prediction(
            <Tex tex="\hat y" plain="ŷ" />,
            <Quantity id={asked.p}>{formatProbability(p)}</Quantity>,
            label,
          )}
        </>
      );
    case "loss":
      return (
        <>
          {messages.loss(
            <Quantity id={asked.ell}>{format(ell)}</Quantity>,
            <Quantity id={asked.L}>{format(L)}</Quantity>,
            format(Math.LN2),
            someHeldOut,
          )}
        </>
      );
    case "backward":
      return <>{messages.errorSignal(<Quantity id={asked.delta}>{format(delta)}</Quantity>)}</>;
    case "average":
      return <>{messages.average}</>;
    default:
      return (
        <>
          {messages.change(
            <Quantity id={asked.predicted}>{format(predicted)}</Quantity>,
            <Quantity id={asked.actual}>{format(actual)}</Quantity>,
          )}
        </>
      );
  }
}
