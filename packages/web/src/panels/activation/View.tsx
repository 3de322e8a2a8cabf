/** One neuron's activation function: the curve, the selected point on it, and all training points. */
import {
  activationOf,
  type ActivationName,
  batchOf,
  SATURATED_SLOPE,
  ids,
  labelAt,
  type UnitHealth,
  unitHealth,
  SATURATED_SHARE,
  type Network,
  stemOf,
  sumsOfEach,
} from "@neural-viz/engine";
import { useMemo } from "react";
import { useSetting } from "../../store/panels/settings.ts";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { dataOf, focusOf, networkOf, partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { pointOf } from "../../store/selection/point.ts";
import { type AppState, useApp } from "../../store/store.ts";
import { outputId } from "../../ui/quantity/names.ts";
import { Derivation } from "../../ui/quantity/Derivation.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { messages } from "#text/activation";
import * as styles from "./Activation.module.css";
import { Curve } from "./Curve.tsx";

/** A neuron as a choice. */
interface Neuron {
  readonly value: string;
  readonly label: string;
  /** From 1. */
  readonly l: number;
  /** From 1. */
  readonly j: number;
}

/** The neurons as choices, "1.2" for neuron 2 of layer 1. */
function neuronsOf({ layers }: Network): readonly Neuron[] {
  return layers.flatMap(({ fanOut }, i) =>
    Array.from({ length: fanOut }, (_, j) => ({
      value: `${i + 1}.${j + 1}`,
      label:
        i + 1 < layers.length
          ? messages.neuronOf(i + 1, j + 1)
          : fanOut === 1
            ? messages.output
            : messages.outputOf(j + 1),
      l: i + 1,
      j: j + 1,
    })),
  );
}

const isOutput = ({ layers }: Network, { l }: Neuron): boolean => l === layers.length;

export function View() {
  const run = useApp((state) => state.run);
  const neurons = neuronsOf(useApp(networkOf));
  const [chosen, setChosen] = useSetting<string>("neuron", "");
  const neuron = neurons.find(({ value }) => value === chosen) ?? neurons[0]!;
  return (
    <div className={styles.body}>
      <div className={styles.about}>
        <Select
          label={messages.neuron}
          hideLabel
          value={neuron.value}
          options={neurons}
          onChange={setChosen}
        />
        <Lines neuron={neuron} />
      </div>
      {/* A key per neuron, so that another curve starts without a value read off. */}
      <CurveOf key={`${run} ${neuron.value}`} neuron={neuron} />
    </div>
  );
}

/** a = f(z) and f′(z) of the selected point, with numbers put in; for the output neuron, the prediction. */
function Lines({ neuron }: { neuron: Neuron }) {
  const network = useApp(networkOf);
  const selection = useApp((state) => state.selection);
  const point = pointOf({ selection });
  const { l, j } = neuron;
  const t = useThrottled(({ snapshot }) => snapshot.t);
  const lines = useAnswer<"explain">({
    kind: "explain",
    ids: isOutput(network, neuron)
      ? [outputId(network, j - 1, point, t)]
      : [ids.a.of(l, j, point, t), ids.slope.of(l, j, point, t)],
  });
  return foundOf(lines).map((line) => <Derivation key={stemOf(line.id)} of={line} className={styles.line} />);
}

/** What z depends on. */
const pointShown = ({ experiment, selection, snapshot }: AppState) => ({ experiment, selection, snapshot });

/** The curve of a neuron, if it has one: a softmax looks at all z of its layer at once. */
function CurveOf({ neuron }: { neuron: Neuron }) {
  const { layers } = useApp(networkOf);
  const { activation } = layers[neuron.l - 1]!;
  if (activation === "softmax") return <p className={styles.caption}>{messages.noCurve}</p>;
  return <NeuronActivation neuron={neuron} activation={activation} />;
}

/** The curve with every point's z under it, and what that means for the neuron. */
function NeuronActivation({ neuron, activation }: { neuron: Neuron; activation: ActivationName }) {
  const network = useApp(networkOf);
  const samples = useApp(dataOf);
  const { train } = useApp((state) => partsOf(state).split);
  const { experiment, selection, snapshot } = useThrottled(pointShown);
  const { l, j } = neuron;
  const all = useMemo(
    () => sumsOfEach(network, snapshot.params, batchOf(network, samples), l, j),
    [network, snapshot, samples, l, j],
  );
  const { f, slope } = activationOf({ activation });
  const { trace } = focusOf({ experiment, selection, snapshot });
  const zs = Float64Array.from(train, (place) => all[place]!);
  const labelOf = (place: number): number => labelAt(samples.kind, samples.targets, place) ?? 0;
  const health = unitHealth(activation, zs.map(f));
  return (
    <figure className={styles.figure}>
      <Curve
        f={f}
        slope={(z) => slope(f(z))}
        z={trace.z[l - 1]![j - 1]!}
        zs={zs}
        labels={Float64Array.from(train, labelOf)}
        classes={samples.kind === "values" ? 0 : Math.max(2, samples.targets.length)}
      />
      <figcaption className={styles.caption}>
        {isOutput(network, neuron) ? (
          aboutOutput(network)
        ) : (
          <>
            <strong data-state={health.state}>{labels[health.state]}:</strong> {sentenceOf(health)}
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** What becomes of f′ at the output. */
function aboutOutput({ head }: Network): string {
  if (head.loss === "crossEntropy") return messages.atTheOutput;
  return head.activation === "identity" ? messages.atALinearOutput : messages.slopeStays;
}

const labels: Readonly<Record<UnitHealth["state"], string>> = {
  dead: messages.dead,
  saturated: messages.saturated,
  active: messages.active,
};

function sentenceOf({ state, saturatedSamples, count }: UnitHealth): string {
  const where = messages.smallSlopes(saturatedSamples, count, SATURATED_SLOPE * 100);
  switch (state) {
    case "dead":
      return messages.deadFor(count);
    case "saturated":
      return messages.hardlyAny(where, SATURATED_SHARE * 100);
    case "active":
      return messages.passesBack(where, count - saturatedSamples);
  }
}
