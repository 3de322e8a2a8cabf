import type { Network } from "@neural-viz/engine";
import { changeSettings } from "../../store/panels/settings.ts";
import { Select } from "../../ui/kit/Select.tsx";
import { unitSymbol } from "../../ui/quantity/names.ts";
import type { Look } from "./fold.ts";
import { useOutput, widthOf } from "./useLook.ts";
import { messages } from "#text/fold";
import * as styles from "./Fold.module.css";

/** What to look at: the layer, how, along which neurons, and for which output. */
export function Choices({ network, look }: { network: Network; look: Look }) {
  const [output, setOutput] = useOutput(network);
  const last = network.layers.length - 1;
  const width = widthOf(network, look.layer);
  const units = Array.from({ length: width }, (_, unit) => ({
    value: String(unit),
    label: unitSymbol(network, look.layer, unit).plain,
  }));
  const axis = (label: string, value: number, other: number, name: "across" | "up") => (
    <Select
      label={label}
      hideLabel
      value={String(value)}
      options={units.filter((unit) => unit.value !== String(other))}
      onChange={(unit) =>
        changeSettings({ [name]: Number(unit) + 1, [name === "up" ? "across" : "up"]: other + 1 })
      }
    />
  );
  return (
    <div className={styles.choices}>
      {network.layers.at(-1)!.fanOut > 1 && (
        <Select
          label={messages.output}
          hideLabel
          value={String(output)}
          options={Array.from({ length: network.layers.at(-1)!.fanOut }, (_, j) => ({
            value: String(j),
            label: messages.outputOf(j + 1),
          }))}
          onChange={(j) => setOutput(Number(j))}
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
      {look.layer === last && width > 1 && (
        <Select
          label={messages.view}
          hideLabel
          value={look.kind}
          options={[
            { value: "edge", label: messages.edgeOn },
            { value: "neurons", label: messages.twoNeurons },
          ]}
          onChange={(view) => changeSettings({ view })}
        />
      )}
      {look.kind === "neurons" && look.up !== undefined && (
        <>
          {axis(messages.across, look.across, look.up, "across")}
          {axis(messages.up, look.up, look.across, "up")}
        </>
      )}
    </div>
  );
}
