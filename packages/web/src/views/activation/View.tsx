/** One neuron's activation function: the curve, where this point stands on it, and where all points stand. */
import { activations, FLAT, type Liveliness, liveliness, MOSTLY, type Network } from "@neural-viz/engine";
import { useState } from "react";
import { useAnswer } from "../../store/answers.ts";
import { networkOf, partsOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Derivation } from "../inspector/Derivation.tsx";
import { Select } from "../kit/Select.tsx";
import { pointText } from "../network/pointed.ts";
import * as styles from "./Activation.module.css";
import { Curve } from "./Curve.tsx";

/** The neurons as choices, "1.2" for neuron 2 of layer 1. */
function neuronsOf({ layers }: Network): readonly { readonly value: string; readonly label: string }[] {
  return layers.flatMap(({ fanOut }, i) =>
    Array.from({ length: fanOut }, (_, j) => ({
      value: `${i + 1}.${j + 1}`,
      label: i + 1 === layers.length ? "Output" : `Layer ${i + 1}, neuron ${j + 1}`,
    })),
  );
}

const isOutput = ({ layers }: Network, neuron: string): boolean => neuron === `${layers.length}.1`;

export function View() {
  const run = useApp((state) => state.run);
  const neurons = neuronsOf(useApp(networkOf));
  const [chosen, setChosen] = useState<string>();
  const neuron = neurons.find(({ value }) => value === chosen) ?? neurons[0]!;
  return (
    <div className={styles.body}>
      <div className={styles.about}>
        <Select label="Neuron" hideLabel value={neuron.value} options={neurons} onChange={setChosen} />
        <Lines neuron={neuron.value} />
      </div>
      {/* Another neuron begins empty, so that no curve is ever drawn with the numbers of the one before. */}
      <Standing key={`${run} ${neuron.value}`} neuron={neuron.value} />
    </div>
  );
}

/** a = f(z) and f′(z) of the point that is looked at, with numbers put in; of the output, the answer. */
function Lines({ neuron }: { neuron: string }) {
  const network = useApp(networkOf);
  const point = useApp(pointText);
  const t = useCalm(({ snapshot }) => snapshot.t);
  const lines = useAnswer<"explain">({
    kind: "explain",
    ids: isOutput(network, neuron)
      ? [`p${point}@${t}`]
      : ["a", "slope"].map((kind) => `${kind}.${neuron}${point}@${t}`),
  });
  return lines?.map(
    (line) => typeof line !== "string" && <Derivation key={line.id} of={line} className={styles.line} />,
  );
}

/** The curve with every point's z under it, and what that means for the neuron. */
function Standing({ neuron }: { neuron: string }) {
  const network = useApp(networkOf);
  const point = useApp(pointText);
  const t = useCalm(({ snapshot }) => snapshot.t);
  const { train } = useApp((state) => partsOf(state).split);
  const ids = Array.from(train, (place) => `z.${neuron}[${place + 1}]@${t}`);
  const values = useAnswer<"values">({ kind: "values", ids: [...ids, `z.${neuron}${point}@${t}`] });
  if (values?.length !== ids.length + 1) return null;
  const layer = network.layers[Number(neuron.split(".")[0]) - 1]!;
  const { f, slope } = activations[layer.activation];
  const zs = values.subarray(0, -1);
  const alive = liveliness(layer.activation, zs.map(f));
  return (
    <figure className={styles.figure}>
      <Curve f={f} slope={(z) => slope(f(z))} z={values.at(-1)!} zs={zs} />
      <figcaption className={styles.words}>
        {isOutput(network, neuron) ? (
          "At the output f′ cancels against the slope of the loss: the blame there is ŷ − y, so a wrong answer is corrected however flat the curve."
        ) : (
          <>
            <strong data-state={alive.state}>{labels[alive.state]}:</strong> {sentenceOf(alive)}
          </>
        )}
      </figcaption>
    </figure>
  );
}

const labels: Readonly<Record<Liveliness["state"], string>> = {
  dead: "Dead",
  saturated: "Saturated",
  alive: "Alive",
};

function sentenceOf({ state, flat, count }: Liveliness): string {
  const where = `${flat} of ${count} points are on flat ground, where f′ is below ${FLAT * 100} % of its largest value`;
  switch (state) {
    case "dead":
      return `it puts out 0 for all ${count} points, so no blame passes back through it and its gradients are exactly 0.`;
    case "saturated":
      return `${where}: hardly any blame passes back (from ${MOSTLY * 100} % of the points on it counts as saturated).`;
    case "alive":
      return `${where}; through the other ${count - flat} blame passes back.`;
  }
}
