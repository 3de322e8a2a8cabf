/** One layer's weights as nn.Linear holds them, with their gradients and the optimizer's memory beside them. */
import { format, type Layer, optimizerOf } from "@neural-viz/engine";
import { useState } from "react";
import { useAnswer } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { useCalm } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../inspector/Quantity.tsx";
import { Segmented } from "../kit/Segmented.tsx";
import { Tex } from "../kit/Tex.tsx";
import { LayerLines } from "../plot/LayerLines.tsx";
import { Histogram } from "./Histogram.tsx";
import * as styles from "./Weights.module.css";

export function View() {
  const { layers } = useApp(networkOf);
  const run = useApp((state) => state.run);
  const [chosen, setChosen] = useState("1");
  const l = Math.min(Number(chosen), layers.length);
  return (
    <div className={styles.body}>
      <div className={styles.top}>
        <Segmented
          label="Layer"
          value={String(l)}
          options={layers.map((_, i) => ({
            value: String(i + 1),
            label: i + 1 === layers.length ? "Output" : `Layer ${i + 1}`,
          }))}
          onChange={setChosen}
        />
        <p>
          Row j, column k: into neuron j from neuron k, as <code>weight[out][in]</code> of nn.Linear; b is the
          bias.
        </p>
      </div>
      <LayerOf key={`${run} ${l}`} layer={layers[l - 1]!} l={l} />
      <figure className={styles.lines}>
        <figcaption>Length of each layer's parameters, ‖θ‖</figcaption>
        <LayerLines of="norm" label="Length of each layer's parameters" axis="linear" />
      </figure>
      <figure className={styles.lines}>
        <figcaption>Length of each layer's gradient, ‖∂L/∂θ‖</figcaption>
        <LayerLines of="gnorm" label="Length of each layer's gradient" axis="log" />
      </figure>
    </div>
  );
}

/** What is shown of every parameter: how its id begins, its symbol, and what it is. */
interface Facet {
  readonly prefix: string;
  readonly symbol: string;
  readonly words: string;
}

function LayerOf({ layer, l }: { layer: Layer; l: number }) {
  const { t, optimizer } = useCalm(({ snapshot }) => snapshot);
  const { derivation, slots } = optimizerOf(optimizer.name);
  const facets: readonly Facet[] = [
    { prefix: "", symbol: "W,\\ b", words: "parameters" },
    { prefix: "g", symbol: "\\partial L / \\partial w", words: "gradients" },
    ...(t === 0
      ? []
      : [
          ...derivation.slice(0, -1).map(([name]) => ({
            prefix: `${name}.`,
            symbol: name.endsWith("hat") ? `\\hat ${name.slice(0, -3)}` : name,
            words: slots.includes(name) ? "remembered" : "corrected for the empty start",
          })),
          { prefix: "d", symbol: "\\Delta w", words: `step of update ${t}` },
        ]),
  ];
  const rows = Array.from({ length: layer.fanOut }, (_, j) => [
    ...Array.from({ length: layer.fanIn }, (__, k) => `W.${l}.${j + 1}.${k + 1}`),
    `b.${l}.${j + 1}`,
  ]);
  const names = rows.flat();
  const ids = facets.flatMap(({ prefix }) => names.map((name) => `${prefix}${name}@${t}`));
  const sizes = [`norm.${l}@${t}`, `gnorm.${l}@${t}`];
  const values = useAnswer<"values">({ kind: "values", ids: [...ids, ...sizes] });
  if (values?.length !== ids.length + 2) return null;
  const n = names.length;
  const [length, gradient] = values.subarray(-2);
  return (
    <div className={styles.layer}>
      <div
        className={styles.matrices}
        // It scrolls sideways, so keys must reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label="Parameters, gradients and memory of the layer"
      >
        {facets.map(({ prefix, symbol, words }, i) => (
          <Matrix
            key={prefix}
            symbol={symbol}
            words={words}
            rows={rows.map((row) => row.map((name) => `${prefix}${name}@${t}`))}
            values={values.subarray(i * n, (i + 1) * n)}
          />
        ))}
        <Histogram label="Parameters" values={values.subarray(0, n)} />
        <Histogram label="Gradients" values={values.subarray(n, 2 * n)} />
      </div>
      <p className={styles.sizes}>
        {n} parameters; ‖θ‖ = <Quantity id={sizes[0]!}>{format(length!)}</Quantity>, ‖∂L/∂θ‖ ={" "}
        <Quantity id={sizes[1]!}>{format(gradient!)}</Quantity>.
        {t === 0 && " The optimizer's memory appears with the first update."}
      </p>
    </div>
  );
}

interface MatrixProps {
  symbol: string;
  words: string;
  /** Ids, the bias last in each row. */
  rows: readonly (readonly string[])[];
  /** Row by row. */
  values: Float64Array;
}

/** Steps of colour to each side of 0. */
const SHADES = 4;

function Matrix({ symbol, words, rows, values }: MatrixProps) {
  const columns = rows[0]!.length;
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0) || 1;
  return (
    <figure className={styles.matrix}>
      <figcaption>
        <Tex tex={symbol} plain={words} /> <span>{words}</span>
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">to neuron</span>
            </th>
            {Array.from({ length: columns }, (_, k) => (
              // A column's identity is the neuron it comes from.
              // eslint-disable-next-line react/no-array-index-key
              <th key={k} scope="col">
                {k + 1 === columns ? "b" : k + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, j) => (
            <tr key={row[0]}>
              <th scope="row">{j + 1}</th>
              {row.map((id, k) => {
                const value = values[j * columns + k]!;
                const shade = Math.round((value / largest) * SHADES);
                return (
                  <td key={id} data-shade={Number.isFinite(shade) ? shade : 0}>
                    <Quantity id={id}>{format(value)}</Quantity>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
