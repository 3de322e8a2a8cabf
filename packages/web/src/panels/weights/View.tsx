/** One layer's weights as nn.Linear stores them, with their gradients and the optimizer's state. */
import {
  biasName,
  format,
  ids,
  indicesOf,
  type Layer,
  optimizerOf,
  parameterAt,
  type ParameterName,
  type QuantityId,
  weightName,
} from "@neural-viz/engine";
import { useEffect, useRef, useState } from "react";
import { LockedNote } from "../../areas/setup/LockedNote.tsx";
import { useSetting } from "../../store/panels/settings.ts";
import { useAnswer } from "../../store/answers.ts";
import { networkOf, penalizedOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useLocked, useThrottled } from "../../store/hooks.ts";
import { editAll } from "../../store/setup/choose.ts";
import { store, useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { parseNumber } from "../../ui/kit/parseNumber.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { LayerLines } from "../../ui/quantity/LayerLines.tsx";
import { mayBeSet } from "./block.ts";
import { EditMatrix, nameOf, SYMBOL, type Texts } from "./EditMatrix.tsx";
import { Histogram } from "./Histogram.tsx";
import { OfferedWeights, WeightFile } from "./OfferedWeights.tsx";
import { messages } from "#text/weights";
import * as styles from "./Weights.module.css";

/** Parameters that are being typed, of any layer of this run. */
interface Draft {
  readonly run: number;
  readonly texts: Texts;
  readonly problem?: { readonly why: string; readonly about?: ParameterName };
}

export function View() {
  const network = useApp(networkOf);
  const { layers } = network;
  const run = useApp((state) => state.run);
  const lowered = useApp(penalizedOf) ? "J" : "L";
  const [chosen, setChosen] = useSetting<string>("layer", "1");
  const l = Math.min(Number(chosen), layers.length);
  const locked = useLocked("network", "weights");
  const past = useApp(({ snapshot }) => snapshot.t < snapshot.last);
  const [typed, setTyped] = useState<Draft>();
  const draft = !locked && typed?.run === run ? typed : undefined;
  const editing = draft !== undefined;
  const body = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (editing) body.current?.querySelector<HTMLInputElement>("td>input")?.focus();
  }, [editing]);
  const close = (): void => {
    setTyped(undefined);
    button.current?.focus();
  };
  const apply = ({ texts }: Draft): void => {
    const { params } = store.getState().snapshot;
    const all = [...texts].map(([parameter, text]) => ({ parameter, text, value: parseNumber(text) }));
    const wrong = all.find(({ value }) => !mayBeSet(value));
    if (wrong !== undefined) {
      const about = wrong.parameter;
      setChosen(String(indicesOf(about)[0]));
      return setTyped({
        run,
        texts,
        problem: { why: messages.mustBeNumber(nameOf(about), wrong.text), about },
      });
    }
    const changed = all.filter(({ parameter, value }) => value !== params[parameterAt(network, parameter)]);
    if (changed.length > 0) editAll(changed.map(({ parameter, value }) => ({ parameter, value })));
    close();
  };
  return (
    <div ref={body} className={styles.body} tabIndex={-1} data-body="">
      <div className={styles.top}>
        <Segmented
          label={messages.layer}
          value={String(l)}
          options={layers.map((_, i) => ({
            value: String(i + 1),
            label: i + 1 === layers.length ? messages.output : messages.layerOf(i + 1),
          }))}
          onChange={setChosen}
        />
        <p>{messages.rowsAndColumns(<code>weight[out][in]</code>)}</p>
        {locked ? (
          <LockedNote />
        ) : (
          <span className={styles.buttons}>
            <Button
              ref={button}
              small
              onClick={() => (draft === undefined ? setTyped({ run, texts: new Map() }) : apply(draft))}
            >
              {editing ? messages.apply : messages.edit}
            </Button>
            {editing && (
              <Button small look="quiet" onClick={close}>
                {messages.cancel}
              </Button>
            )}
            {!editing && <WeightFile />}
          </span>
        )}
        <OfferedWeights />
        {editing && <p>{messages.howToEdit(past)}</p>}
        {draft?.problem !== undefined && (
          <p className={styles.problem} role="alert">
            {draft.problem.why}
          </p>
        )}
      </div>
      <LayerOf key={`${run} ${l}`} layer={layers[l - 1]!} l={l} draft={draft} onDraft={setTyped} />
      <figure className={styles.lines}>
        <figcaption>{messages.lengthOfParametersSymbol}</figcaption>
        <LayerLines of="norm" label={messages.lengthOfParameters} axis="linear" />
      </figure>
      <figure className={styles.lines}>
        <figcaption>{messages.lengthOfGradientSymbol(lowered)}</figcaption>
        <LayerLines of="gnorm" label={messages.lengthOfGradient} axis="log" />
      </figure>
    </div>
  );
}

/** What is shown of every parameter: which quantity, its symbol, and its description. */
interface Facet {
  readonly of: (name: ParameterName) => QuantityId;
  readonly symbol: string;
  readonly what: string;
}

interface LayerOfProps {
  layer: Layer;
  l: number;
  draft: Draft | undefined;
  onDraft: (draft: Draft) => void;
}

function LayerOf({ layer, l, draft, onDraft }: LayerOfProps) {
  const { t, optimizer } = useThrottled(({ snapshot }) => snapshot, MANY_NUMBERS);
  const { derivation } = optimizerOf(optimizer.name);
  const lowered = useApp(penalizedOf) ? "J" : "L";
  const facets: readonly Facet[] = [
    { of: (name) => ids.parameter.of(name, t), symbol: SYMBOL, what: messages.parameters },
    {
      of: (name) => ids.gradient.of(name, t),
      symbol: `\\partial ${lowered} / \\partial w`,
      what: messages.gradients,
    },
    ...(t === 0
      ? []
      : [
          ...derivation.slice(0, -1).map(([slot]) => ({
            of: (name: ParameterName) => ids.optimizerState.of(slot, name, t),
            symbol: slot.endsWith("hat") ? `\\hat ${slot.slice(0, -3)}` : slot,
            what: messages.stateOf(optimizer.name, slot),
          })),
          {
            of: (name: ParameterName) => ids.difference.of(name, t),
            symbol: "\\Delta w",
            what: messages.stepOf(t),
          },
        ]),
  ];
  const rows = Array.from({ length: layer.fanOut }, (_, j) => [
    ...Array.from({ length: layer.fanIn }, (__, k) => weightName(l, j + 1, k + 1)),
    biasName(l, j + 1),
  ]);
  const names = rows.flat();
  const shown = facets.flatMap(({ of }) => names.map(of));
  const sizes = [ids.norm.of("norm", l, t), ids.norm.of("gnorm", l, t)];
  const values = useAnswer<"values">({ kind: "values", ids: [...shown, ...sizes] }, MANY_NUMBERS);
  if (values?.length !== shown.length + 2) return null;
  const n = names.length;
  const [length, gradient] = values.subarray(-2);
  return (
    <div className={styles.layer}>
      <div
        className={styles.matrices}
        // It scrolls sideways, so the keyboard must be able to focus it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={messages.parametersGradientsAndStateOf}
      >
        {facets.map(({ of, symbol, what }, i) =>
          i === 0 && draft !== undefined ? (
            <EditMatrix
              key="edit"
              rows={rows}
              valueOf={(name) => values[names.indexOf(name)]!}
              texts={draft.texts}
              wrong={draft.problem?.about}
              onTexts={(texts) => onDraft({ run: draft.run, texts })}
              onProblem={(why) => onDraft({ ...draft, problem: { why } })}
            />
          ) : (
            <Matrix
              key={symbol}
              symbol={symbol}
              what={what}
              rows={rows}
              of={of}
              values={values.subarray(i * n, (i + 1) * n)}
            />
          ),
        )}
        <Histogram label={messages.parametersHistogram} values={values.subarray(0, n)} />
        <Histogram label={messages.gradientsHistogram} values={values.subarray(n, 2 * n)} />
      </div>
      <p className={styles.sizes}>
        {messages.sizes(
          n,
          <Quantity id={sizes[0]!}>{format(length!)}</Quantity>,
          lowered,
          <Quantity id={sizes[1]!}>{format(gradient!)}</Quantity>,
          t === 0 && messages.stateAppears,
        )}
      </p>
    </div>
  );
}

interface MatrixProps {
  symbol: string;
  what: string;
  /** The bias last in each row. */
  rows: readonly (readonly ParameterName[])[];
  of: Facet["of"];
  /** Row by row. */
  values: Float64Array;
}

/** Color steps on each side of 0. */
const SHADES = 4;

function Matrix({ symbol, what, rows, of, values }: MatrixProps) {
  const columns = rows[0]!.length;
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0) || 1;
  return (
    <figure className={styles.matrix}>
      <figcaption>
        <Tex tex={symbol} plain={what} /> <span>{what}</span>
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{messages.toNeuron}</span>
            </th>
            {Array.from({ length: columns }, (_, k) => (
              // A column stands for the neuron it comes from.
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
              {row.map((name, k) => {
                const value = values[j * columns + k]!;
                const shade = Math.round((value / largest) * SHADES);
                return (
                  <td key={name} data-shade={Number.isFinite(shade) ? shade : 0}>
                    <Quantity id={of(name)}>{format(value)}</Quantity>
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
