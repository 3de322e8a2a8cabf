import {
  activations,
  type ActivationName,
  datasets,
  type OptimizerName,
  optimizers,
  parameterIndex,
  type ParameterName,
  parameterPlain,
  indicesOf,
} from "@neural-viz/engine";
import { useState } from "react";
import { optimizerInForce } from "../../store/run/state.ts";
import { reset } from "../../store/setup/begin.ts";
import { chooseNetwork, edit } from "../../store/setup/choose.ts";
import { openLocation } from "../../store/visit/navigation.ts";
import { networkOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { DiceIcon } from "../../ui/kit/icons.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { Slider } from "../../ui/kit/Slider.tsx";
import { messages } from "#text/lessons";
import type { Control } from "../contract.ts";
import { atRate, ofActivation, ofOptimizer, ofWidth } from "../experiments.ts";
import * as styles from "./Lesson.module.css";

/** The controls that a step gives to the learner. */
export function Controls({ controls }: { controls: readonly Control[] }) {
  return (
    <div className={styles.controls} data-controls="">
      {controls.map((control) => (
        <One key={control.kind === "parameter" ? control.name : control.kind} control={control} />
      ))}
    </div>
  );
}

function One({ control }: { control: Control }) {
  switch (control.kind) {
    case "parameter":
      return <Parameter {...control} />;
    case "rate":
      return <Rate values={control.values} />;
    case "units":
      return <Units min={control.min} max={control.max} />;
    case "data":
      return <Data choices={control.choices} />;
    case "optimizer":
      return <Optimizer names={control.names} />;
    case "activation":
      return <Activation names={control.names} />;
    case "start":
      return (
        <Button small onClick={reset}>
          <DiceIcon /> {messages.newWeights}
        </Button>
      );
  }
}

function Parameter({ name, min, max }: Extract<Control, { kind: "parameter" }>) {
  const network = useApp(networkOf);
  const value = useThrottled(({ snapshot }) => snapshot.params[parameterIndex(network, name) ?? 0]!);
  // The thumb stays under the pointer until the trainer has set the parameter.
  const [held, setHeld] = useState<{ readonly chosen: number; readonly over: number }>();
  const shown = held !== undefined && held.over === value ? held.chosen : value;
  return (
    <Slider
      label={network.layers.length === 1 ? singleName(name) : parameterPlain(name)}
      inline
      value={shown}
      min={min}
      max={max}
      step={0.01}
      scale="linear"
      format={(number) => String(Number(number.toPrecision(4)))}
      onChange={(chosen) => {
        setHeld({ chosen, over: value });
        edit(name, chosen);
      }}
    />
  );
}

/** The parameters of a single neuron, by their names in the lessons. */
function singleName(name: ParameterName): string {
  const [, , k] = indicesOf(name);
  if (k === undefined) return "b";
  return k === 1 ? "w₁" : "w₂";
}

/** Another learning rate, from epoch 0: the comparison is fair only from the same initial weights. */
function Rate({ values }: { values: readonly number[] }) {
  const experiment = useApp((state) => state.experiment);
  const { learningRate } = useApp(optimizerInForce);
  return (
    <div className={styles.control}>
      <span aria-hidden="true">{messages.rate}</span>
      <Segmented
        label={messages.rate}
        value={String(learningRate)}
        options={values.map((value) => ({ value: String(value), label: String(value) }))}
        onChange={(value) =>
          openLocation({
            experiment: { ...atRate(experiment, Number(value)), changes: [] },
            t: 0,
          })
        }
      />
    </div>
  );
}

/** Other points, from epoch 0 and the same weights. */
function Data({ choices }: Pick<Extract<Control, { kind: "data" }>, "choices">) {
  const experiment = useApp((state) => state.experiment);
  return (
    <div className={styles.control}>
      <span aria-hidden="true">{messages.data}</span>
      <Segmented
        label={messages.data}
        value={experiment.dataset.name}
        options={choices.map(({ name }) => ({ value: name, label: datasets[name].label }))}
        onChange={(chosen) => {
          const dataset = choices.find(({ name }) => name === chosen)!;
          openLocation({ experiment: { ...experiment, dataset, changes: [] }, t: 0 });
        }}
      />
    </div>
  );
}

/** Another optimizer, from epoch 0. */
function Optimizer({ names }: { names: readonly OptimizerName[] }) {
  const experiment = useApp((state) => state.experiment);
  const current = useApp(optimizerInForce);
  return (
    <div className={styles.control}>
      <span aria-hidden="true">{messages.optimizer}</span>
      <Segmented
        label={messages.optimizer}
        value={current.name}
        options={names.map((name) => ({ value: name, label: optimizers[name].label }))}
        onChange={(name) =>
          openLocation({ experiment: { ...ofOptimizer(experiment, name), changes: [] }, t: 0 })
        }
      />
    </div>
  );
}

function Units({ min, max }: { min: number; max: number }) {
  const experiment = useApp((state) => state.experiment);
  const { hidden } = experiment.network;
  return (
    <NumberField
      label={messages.neurons}
      value={hidden[0]?.units ?? 0}
      min={min}
      max={max}
      steppers
      onChange={(units) => chooseNetwork(ofWidth(experiment, units).network)}
    />
  );
}

function Activation({ names }: { names: readonly ActivationName[] }) {
  const experiment = useApp((state) => state.experiment);
  const { hidden } = experiment.network;
  return (
    <div className={styles.control}>
      <span aria-hidden="true">{messages.activation}</span>
      <Segmented
        label={messages.activation}
        value={hidden[0]?.activation ?? names[0]!} // the page may still be at the step before
        options={names.map((name) => ({ value: name, label: activations[name].label }))}
        onChange={(activation) => chooseNetwork(ofActivation(experiment, activation).network)}
      />
    </div>
  );
}
