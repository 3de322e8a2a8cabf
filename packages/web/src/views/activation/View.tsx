/** One neuron's activation function: the curve, where this point stands on it, and where all points stand. */
import { activations, FLAT, type Liveliness, liveliness, MOSTLY, type Network } from "@neural-viz/engine";
import { useState } from "react";
import { useAnswer } from "../../store/answers.ts";
import { networkOf, partsOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Derivation } from "../inspector/Derivation.tsx";
import { stemOf } from "../inspector/names.ts";
import { Select } from "../kit/Select.tsx";
import { pointText } from "../network/pointed.ts";
import { words } from "../../words/activation.ts";
import * as styles from "./Activation.module.css";
import { Curve } from "./Curve.tsx";

/** The neurons as choices, "1.2" for neuron 2 of layer 1. */
function neuronsOf({ layers }: Network): readonly { readonly value: string; readonly label: string }[] {
  return layers.flatMap(({ fanOut }, i) =>
    Array.from({ length: fanOut }, (_, j) => ({
      value: `${i + 1}.${j + 1}`,
      label: i + 1 === layers.length ? words.output : words.neuronOf(i + 1, j + 1),
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
        <Select label={words.neuron} hideLabel value={neuron.value} options={neurons} onChange={setChosen} />
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
    (line) =>
      typeof line !== "string" && <Derivation key={stemOf(line.id)} of={line} className={styles.line} />,
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
          words.atTheOutput
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
  dead: words.dead,
  saturated: words.saturated,
  alive: words.alive,
};

function sentenceOf({ state, flat, count }: Liveliness): string {
  const where = words.onFlatGround(flat, count, FLAT * 100);
  switch (state) {
    case "dead":
      return words.deadFor(count);
    case "saturated":
      return words.hardlyAny(where, MOSTLY * 100);
    case "alive":
      return words.passesBack(where, count - flat);
  }
}
