/** One gradient taken apart: its factors, all paths to the loss, every point's share, and why it is small. */
import {
  ids,
  parameterId,
  type ParameterName,
  parameterPlain,
  indicesOf,
  type QuantityId,
  stemOf,
} from "@neural-viz/engine";
import { useState } from "react";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { useSetting } from "../../store/panels/settings.ts";
import { store, useApp } from "../../store/store.ts";
import { Contributions } from "../../ui/quantity/Contributions.tsx";
import { unitSymbol } from "../../ui/quantity/names.ts";
import { Derivation } from "../../ui/quantity/Derivation.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { messages } from "#text/chain";
import * as styles from "./Chain.module.css";
import { InputPaths } from "./InputPaths.tsx";
import { Paths } from "./Paths.tsx";
import { type ChainProps, inputName, inputOf } from "./props.ts";
import { WhySmall } from "./WhySmall.tsx";

export function View() {
  const run = useApp((state) => state.run);
  return <ChainOfRun key={run} />;
}

/** The index of the number that is largest in size. */
const steepest = (gradient: Float64Array): number =>
  gradient.reduce((most, g, i) => (Math.abs(g) > Math.abs(gradient[most]!) ? i : most), 0);

function ChainOfRun() {
  const network = useApp(networkOf);
  const names = Array.from({ length: network.size }, (_, index) => parameterId(network, index));
  const inputs = network.features.map((_, k) => inputName(k + 1));
  // What the lesson is about, or else the steepest parameter when the panel is opened. It stays selected as the run
  // goes on.
  const [steepestName] = useState(() => names[steepest(store.getState().snapshot.gradient)]!);
  const end = useApp(({ travel }) => travel?.end);
  const [beginning, setChosen] = useSetting<string>(
    "beginning",
    end === undefined ? steepestName : inputName(end),
    (name) => names.includes(name) || inputs.includes(name),
  );
  const input = inputOf(beginning);
  const sample = useApp(({ selection }) => selection.index + 1);
  const t = useThrottled(({ snapshot }) => snapshot.t, MANY_NUMBERS);
  return (
    <div className={styles.body}>
      <div className={styles.factors}>
        <div className={styles.choose}>
          <Select
            label={messages.beginning}
            inline
            value={beginning}
            options={[
              ...names.map((value) => ({ value, label: parameterPlain(value) })),
              ...inputs.map((value, k) => ({ value, label: unitSymbol(network, 0, k).plain })),
            ]}
            onChange={setChosen}
          />
          <p>{messages.pointAfter(sample, t)}</p>
        </div>
        {input !== undefined && <InputPaths input={input} sample={sample} t={t} />}
        <Factors key={`${beginning} ${sample}`} beginning={beginning} sample={sample} t={t} />
      </div>
      {input === undefined && (
        <div className={styles.parts} key={beginning}>
          <Paths name={beginning} sample={sample} t={t} />
          <Batch name={beginning} t={t} />
          <WhySmall name={beginning} sample={sample} t={t} />
        </div>
      )}
    </div>
  );
}

/** ∂ℓ/∂w = δ · a, then every δ it depends on, down to those of the outputs. An input depends on all of them. */
function Factors({ beginning, sample, t }: Omit<ChainProps, "name"> & { beginning: string }) {
  const { layers } = useApp(networkOf);
  const deltasFrom = (l: number): QuantityId[] =>
    layers
      .slice(l)
      .flatMap(({ fanOut }, i) =>
        Array.from({ length: fanOut }, (_, unit) => ids.delta.of(l + i + 1, unit + 1, sample, t)),
      );
  const linesOf = (name: ParameterName): QuantityId[] => {
    const [l, j] = indicesOf(name);
    return [ids.gradient.of(name, t, sample), ids.delta.of(l, j, sample, t), ...deltasFrom(l)];
  };
  const lines = useAnswer<"explain">(
    {
      kind: "explain",
      ids: inputOf(beginning) === undefined ? linesOf(beginning) : deltasFrom(0),
    },
    MANY_NUMBERS,
  );
  return (
    <div className={styles.lines}>
      {foundOf(lines).map((line) => (
        <div key={stemOf(line.id)} className={styles.line}>
          <Derivation of={line} />
          <p className={styles.hint}>{line.caption.text}</p>
        </div>
      ))}
    </div>
  );
}

/** The gradient of the batch, and what each point adds to it. */
function Batch({ name, t }: Omit<ChainProps, "sample">) {
  const [line] = foundOf(
    useAnswer<"explain">({ kind: "explain", ids: [ids.gradient.of(name, t)] }, MANY_NUMBERS),
  );
  if (line === undefined) return null;
  return (
    <section aria-label={messages.averageGradient} className={styles.section}>
      <h3>{messages.averageGradient}</h3>
      <Derivation of={line} />
      {line.aggregate !== undefined && <Contributions of={line} aggregate={line.aggregate} />}
    </section>
  );
}
