import {
  CONFIDENT_EPOCHS,
  format,
  HIGH_CONFIDENCE,
  type HyperName,
  type HyperParameter,
  MAX_EPOCHS,
  MAX_SAMPLES,
  MAX_SEED,
  type OptimizerChoice,
  optimizerOf,
  type OptimizerName,
  optimizers,
  SMALL_LOSS,
  violated,
} from "@neural-viz/engine";
import { useState } from "react";
import { optimizerInForce } from "../../store/run/state.ts";
import { adjustTraining } from "../../store/setup/begin.ts";
import { adjustOptimizer, chooseBatch, chooseOptimizer } from "../../store/setup/choose.ts";
import { networkOf, partsOf, smallLossOf } from "../../store/derived.ts";
import { type AppState, store, useApp } from "../../store/store.ts";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { later } from "../../ui/kit/later.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { Slider } from "../../ui/kit/Slider.tsx";
import { Switch } from "../../ui/kit/Switch.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { CONFIDENT_PROBABILITY } from "../../ui/quantity/status.ts";
import { messages } from "#text/setup";
import { Lockable } from "./Lockable.tsx";
import * as styles from "./Setup.module.css";

const Penalty = later(async () => (await import("./wide/Penalty.tsx")).Penalty);

const options = Object.entries(optimizers).map(([value, { label }]) => ({
  value: value as OptimizerName,
  label,
}));

/** How the network learns, and when it stops. */
export function TrainingSetup() {
  const { training } = useApp((state) => state.experiment);
  const optimizer = useApp(optimizerInForce);
  const rules = useApp(rulesOf);
  const { hyper, symbols } = optimizerOf(optimizer.name);
  const [came, setCame] = useState<OptimizerChoice>();
  const choose = (name: OptimizerName): void => {
    chooseOptimizer(name);
    const next = optimizerInForce(store.getState());
    setCame(next.learningRate === optimizer.learningRate ? undefined : next);
  };
  const entries = Object.entries(hyper) as [HyperName, HyperParameter][];
  const slider = ([key, parameter]: [HyperName, HyperParameter]) => (
    <HyperSlider
      key={key}
      parameter={parameter}
      value={optimizer[key] ?? parameter.value}
      onChange={(value) => adjustOptimizer({ ...optimizer, [key]: value })}
    />
  );
  return (
    <>
      <Select
        label={messages.optimizer}
        hideLabel
        value={optimizer.name}
        options={options}
        onChange={choose}
      />
      {came === optimizer && (
        <p className={styles.hint} aria-live="polite">
          {messages.cameWith(optimizerOf(came.name).label, format(came.learningRate))}
        </p>
      )}
      <Lockable by={["learningRate"]}>
        {entries.filter(([key]) => key === "learningRate").map(slider)}
      </Lockable>
      <Disclosure label={messages.moreSettings}>
        <p className={styles.rule}>
          <Tex tex={symbols} plain="" />
        </p>
        {entries.filter(([key]) => key !== "learningRate").map(slider)}
        <Batches />
        <Penalty />
        <NumberField
          label={messages.epochLimit}
          value={training.epochs}
          min={0}
          max={MAX_EPOCHS}
          onChange={(epochs) => adjustTraining({ epochs })}
        />
        <Switch
          label={messages.stopAutomatically}
          checked={training.autoStop}
          onChange={(autoStop) => adjustTraining({ autoStop })}
        />
        <p className={styles.hint}>{rules}</p>
      </Disclosure>
    </>
  );
}

/** When a run with this output stops by itself. */
function rulesOf(state: AppState): string {
  const { head } = networkOf(state);
  if (!head.classifies) return messages.whenValuesStop(SMALL_LOSS, format(smallLossOf(state)));
  return head.confidenceOf === undefined
    ? messages.whenLossStops(SMALL_LOSS)
    : head.targets === "binary"
      ? messages.whenItStops(SMALL_LOSS, CONFIDENT_PROBABILITY, CONFIDENT_EPOCHS)
      : messages.whenClassesStop(SMALL_LOSS, HIGH_CONFIDENCE, CONFIDENT_EPOCHS);
}

/** How many points each update uses. */
function Batches() {
  const { batch } = useApp((state) => state.experiment.training);
  const { trained } = useApp(partsOf);
  const mini = batch === "all" ? undefined : batch;
  return (
    <>
      <Switch
        label={messages.miniBatches}
        checked={mini !== undefined}
        onChange={(on) => chooseBatch(on ? { size: Math.min(16, trained), seed: 0 } : "all")}
      />
      {mini !== undefined && (
        <>
          <NumberField
            label={messages.batchSize}
            value={mini.size}
            min={1}
            max={MAX_SAMPLES}
            onChange={(size) => chooseBatch({ ...mini, size })}
          />
          <NumberField
            label={messages.orderSeed}
            value={mini.seed}
            min={0}
            max={MAX_SEED}
            onChange={(seed) => chooseBatch({ ...mini, seed })}
          />
          <p className={styles.hint}>{messages.whatABatchIs(Math.min(mini.size, trained), trained)}</p>
        </>
      )}
    </>
  );
}

interface HyperSliderProps {
  parameter: HyperParameter;
  value: number;
  onChange: (value: number) => void;
}

function HyperSlider({ parameter, value, onChange }: HyperSliderProps) {
  const { label, symbol, min, max, scale, limits } = parameter;
  return (
    <Slider
      label={label}
      symbol={<Tex tex={symbol} plain="" />}
      value={value}
      min={min}
      max={max}
      scale={scale}
      violation={(typed) => violated(typed, limits)?.text}
      {...(scale === "linear" ? { step: 0.001 } : {})}
      onChange={onChange}
    />
  );
}
