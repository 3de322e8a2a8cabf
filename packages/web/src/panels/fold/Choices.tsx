import type { Network } from "@neural-viz/engine";
import { classNamesOf } from "../../areas/fit/classNames.ts";
import { changeSettings } from "../../store/panels/settings.ts";
import { useApp } from "../../store/store.ts";
import { Select } from "../../ui/kit/Select.tsx";
import { unitSymbol } from "../../ui/quantity/names.ts";
import type { Look } from "./fold.ts";
import type { Score } from "./score.ts";
import { useScore, widthOf } from "./useLook.ts";
import { messages } from "#text/fold";
import * as styles from "./Choices.module.css";

/** What to look at: the layer, how, along which neurons, and for which output. */
export function Choices({ network, look }: { network: Network; look: Look }) {
  const [score, setScore] = useScore(network);
  const names = useApp(classNamesOf);
  const nameOf = (label: number): string => names?.[label] ?? messages.classOf(label);
  const scores = scoresOf(network);
  const last = network.layers.length - 1;
  const width = widthOf(network, look.layer);
  const views = [
    ...(look.layer === last ? [{ value: "edge", label: messages.edgeOn }] : []),
    { value: "neurons", label: messages.twoNeurons },
    ...(width > 2 ? [{ value: "three", label: messages.threeNeurons }] : []),
  ];
  return (
    <div className={styles.choices}>
      {scores.length > 1 && (
        <Select
          label={score.against === undefined ? messages.output : messages.classes}
          hideLabel
          value={keyOf(score)}
          options={scores.map((one) => ({
            value: keyOf(one),
            label:
              one.against === undefined
                ? messages.outputOf(one.output + 1)
                : messages.eitherClass(nameOf(one.output), nameOf(one.against)),
          }))}
          onChange={(key) => setScore(scores.find((one) => keyOf(one) === key)!)}
        />
      )}
      {last > 1 && (
        <Select
          label={messages.layerLabel}
          hideLabel
          value={String(look.layer)}
          options={Array.from({ length: last }, (_, l) => ({
            value: String(l + 1),
            label: messages.layerName(l + 1),
          }))}
          onChange={(l) => changeSettings({ layer: Number(l) })}
        />
      )}
      {views.length > 1 && width > 1 && (
        <Select
          label={messages.view}
          hideLabel
          value={look.kind}
          options={views}
          onChange={(view) => changeSettings({ view })}
        />
      )}
    </div>
  );
}

/** Every score that can be shown: each output, or each pair of classes. */
function scoresOf({ layers, head }: Network): readonly Score[] {
  const outputs = Array.from({ length: layers.at(-1)!.fanOut }, (_, j) => j);
  if (head.targets !== "classes") return outputs.map((output) => ({ output, against: undefined }));
  return outputs.flatMap((output) => outputs.slice(output + 1).map((against) => ({ output, against })));
}

const keyOf = ({ output, against }: Score): string => `${output} ${against}`;

/** Which neurons are the axes of a view. */
export function AxisChoices({ network, look }: { network: Network; look: Look }) {
  const chosen = axesOf(look);
  const units = Array.from({ length: widthOf(network, look.layer) }, (_, unit) => ({
    value: String(unit),
    label: unitSymbol(network, look.layer, unit).plain,
  }));
  return chosen.map(({ name, unit }) => (
    <Select
      key={name}
      label={chosen.length === 3 ? messages.axis[name] : messages[name === "up" ? "up" : "across"]}
      hideLabel
      value={String(unit)}
      options={units.filter(
        ({ value }) => !chosen.some((other) => other.name !== name && String(other.unit) === value),
      )}
      // The others stay as they are, whatever they are at first.
      onChange={(value) =>
        changeSettings({
          ...Object.fromEntries(chosen.map((one) => [one.name, one.unit + 1])),
          [name]: Number(value) + 1,
        })
      }
    />
  ));
}

/** The settings that choose the neurons along the axes, and the neuron of each, from 0. */
function axesOf(look: Look): readonly { readonly name: "across" | "up" | "third"; readonly unit: number }[] {
  if (look.kind === "edge") return [];
  if (look.kind === "three") {
    const [across, up, third] = look.axes;
    return [
      { name: "across", unit: across },
      { name: "up", unit: up },
      { name: "third", unit: third },
    ];
  }
  if (look.up === undefined) return [];
  return [
    { name: "across", unit: look.across },
    { name: "up", unit: look.up },
  ];
}
