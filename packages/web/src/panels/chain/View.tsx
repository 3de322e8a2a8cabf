/** One gradient taken apart: its factors, all paths to the loss, every point's share, and why it is small. */
import { ids, parameterId, parameterPlain, indicesOf, stemOf } from "@neural-viz/engine";
import { useState } from "react";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { store, useApp } from "../../store/store.ts";
import { Contributions } from "../../ui/quantity/Contributions.tsx";
import { Derivation } from "../../ui/quantity/Derivation.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { messages } from "#text/chain";
import * as styles from "./Chain.module.css";
import { Paths } from "./Paths.tsx";
import type { ChainProps } from "./props.ts";
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
  // The steepest parameter when the panel is opened. It stays selected as the run goes on.
  const [name, setName] = useState(() => names[steepest(store.getState().snapshot.gradient)]!);
  const sample = useApp(({ selection }) => selection.index + 1);
  const t = useThrottled(({ snapshot }) => snapshot.t, MANY_NUMBERS);
  return (
    <div className={styles.body}>
      <div className={styles.factors}>
        <div className={styles.choose}>
          <Select
            label={messages.parameter}
            inline
            value={name}
            options={names.map((value) => ({ value, label: parameterPlain(value) }))}
            onChange={setName}
          />
          <p>{messages.pointAfter(sample, t)}</p>
        </div>
        <Factors key={`${name} ${sample}`} name={name} sample={sample} t={t} />
      </div>
      <div className={styles.parts} key={name}>
        <Paths name={name} sample={sample} t={t} />
        <Batch name={name} t={t} />
        <WhySmall name={name} sample={sample} t={t} />
      </div>
    </div>
  );
}

/** ∂ℓ/∂w = δ · a, then every δ it depends on, down to those of the outputs. */
function Factors({ name, sample, t }: ChainProps) {
  const { layers } = useApp(networkOf);
  const [l, j] = indicesOf(name);
  const later = layers
    .slice(l)
    .flatMap(({ fanOut }, i) =>
      Array.from({ length: fanOut }, (_, unit) => ids.delta.of(l + i + 1, unit + 1, sample, t)),
    );
  const lines = useAnswer<"explain">(
    { kind: "explain", ids: [ids.gradient.of(name, t, sample), ids.delta.of(l, j, sample, t), ...later] },
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
