import {
  type Baseline,
  firstLargest,
  format,
  formatProbability,
  ids,
  labelAt,
  type Network,
  type QuantityId,
  rowOf,
} from "@neural-viz/engine";
import { Fragment } from "react";
import { useAnswer } from "../../store/answers.ts";
import { baselinesOfRun, dataOf, networkOf, partsOf, penalizedOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { Tex } from "../../ui/kit/Tex.tsx";
import { outputId, unitSymbol, valueText } from "../../ui/quantity/names.ts";
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
  const asking = useApp(({ hidden }) => hidden.size > 0);
  return (
    <p>
      {/* Another stage starts without an answer: ids asked for before its update have none. */}
      {question} {!asking && <Found key={`${stage} ${explained.t}`} stage={stage} t={explained.t} />}
    </p>
  );
}

interface FoundProps {
  t: number;
}

function Found({ stage, t }: FoundProps & { stage: string }) {
  switch (stage) {
    case "forward":
      return <Forward t={t} />;
    case "loss":
      return <Loss t={t} />;
    case "backward":
      return <Backward t={t} />;
    case "average":
      return <>{messages.average}</>;
    default:
      return <Update t={t} />;
  }
}

/** The values of these ids, once they are all known. */
function useValues(asked: readonly QuantityId[]): Float64Array | undefined {
  const values = useAnswer<"values">({ kind: "values", ids: asked });
  return values?.length === asked.length ? values : undefined;
}

const outputsOf = ({ layers }: Network): number[] => [...Array(layers.at(-1)!.fanOut).keys()];

/** What the network predicts for the point, and what would be right. */
function Forward({ t }: FoundProps) {
  const index = useApp(({ selection }) => selection.index);
  const network = useApp(networkOf);
  const { kind, targets } = useApp(dataOf);
  const asked = outputsOf(network).map((j) => outputId(network, j, index + 1, t));
  const values = useValues(asked);
  if (values === undefined) return undefined;
  const last = network.layers.length;
  const symbol = (j: number) => <Tex {...unitSymbol(network, last, j)} />;
  const label = labelAt(kind, targets, index);
  if (kind === "binary") {
    const p = <Quantity id={asked[0]!}>{formatProbability(values[0]!)}</Quantity>;
    return <>{messages.prediction(symbol(0), p, label)}</>;
  }
  if (label !== undefined) {
    const best = firstLargest(values);
    const p = <Quantity id={asked[best]!}>{formatProbability(values[best]!)}</Quantity>;
    return <>{messages.predictedClass(symbol(best), p, best, label)}</>;
  }
  const found = asked.map((id, j) => (
    <Fragment key={id}>
      {j > 0 && ", "}
      {symbol(j)} = <Quantity id={id}>{valueText(network, last, values[j]!)}</Quantity>
    </Fragment>
  ));
  return <>{messages.predictedValues(found, Array.from(rowOf(targets, index), format).join(", "))}</>;
}

/** The losses, and what guessing would cost. */
function Loss({ t }: FoundProps) {
  const s = useApp(({ selection }) => selection.index + 1);
  const network = useApp(networkOf);
  const someHeldOut = useApp((state) => partsOf(state).heldOut > 0);
  const experiment = useApp((state) => state.experiment);
  const asked = [ids.ell.of(s, t), ids.L.of(t)];
  const values = useValues(asked);
  if (values === undefined) return undefined;
  const [ell = 0, L = 0] = values;
  return (
    <>
      {messages.loss(
        <Quantity id={asked[0]!}>{format(ell)}</Quantity>,
        <Quantity id={asked[1]!}>{format(L)}</Quantity>,
        someHeldOut,
        guessText(baselinesOfRun(experiment)[0]!, network),
      )}
    </>
  );
}

/** The loss of a network that only guesses, in one sentence. */
function guessText({ kind, classes, loss }: Baseline, { head }: Network): string {
  if (kind !== "guess" || classes === undefined) return messages.ifMean(format(loss));
  if (head.targets === "binary") return messages.ifHalf(format(loss), head.loss === "crossEntropy");
  return messages.ifGuessing(classes, format(loss), head.loss === "crossEntropy");
}

/** The error signals of the outputs. */
function Backward({ t }: FoundProps) {
  const s = useApp(({ selection }) => selection.index + 1);
  const network = useApp(networkOf);
  const last = network.layers.length;
  const asked = outputsOf(network).map((j) => ids.delta.of(last, j + 1, s, t));
  const values = useValues(asked);
  if (values === undefined) return undefined;
  const found = asked.map((id, j) => (
    <Fragment key={id}>
      {j > 0 && ", "}
      <Quantity id={id}>{format(values[j]!)}</Quantity>
    </Fragment>
  ));
  const { head } = network;
  const cancels = head.loss === "crossEntropy";
  if (asked.length === 1) return <>{messages.errorSignal(cancels ? "ŷ − y = " : "", found)}</>;
  return <>{messages.errorSignals(cancels ? "p − y" : undefined, found)}</>;
}

/** How the update changed what training lowers. */
function Update({ t }: FoundProps) {
  const penalized = useApp(penalizedOf);
  const asked = [ids.predicted.of(t + 1), penalized ? ids.dJ.of(t + 1) : ids.dL.of(t + 1)];
  const values = useValues(asked);
  if (values === undefined) return undefined;
  const [predicted = 0, actual = 0] = values;
  return (
    <>
      {messages.change(
        penalized,
        <Quantity id={asked[0]!}>{format(predicted)}</Quantity>,
        <Quantity id={asked[1]!}>{format(actual)}</Quantity>,
      )}
    </>
  );
}
