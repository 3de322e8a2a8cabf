import { type Directions, MAX_SEED, type Network, parameterId, parameterPlain } from "@neural-viz/engine";
import type { Setting } from "../../store/panels/state.ts";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { Slider } from "../../ui/kit/Slider.tsx";

import { messages } from "#text/surface";
import * as styles from "./Surface.module.css";

/** Cells along each side. */
export const SIZES = [31, 41, 61, 81, 101] as const;

/** The directions of the slice, its range and its resolution. */
export interface Cut {
  readonly kind: Directions["kind"];
  readonly names: readonly [across: string, up: string];
  readonly seed: number;
  readonly reach: number;
  readonly size: number;
}

interface ControlsProps {
  network: Network;
  cut: Cut;
  onChange: (patch: Readonly<Record<string, Setting>>) => void;
}

export function Controls({ network, cut, onChange }: ControlsProps) {
  const all = Array.from({ length: network.size }, (_, index) => parameterId(network, index));
  const [across, up] = cut.names;
  const choices = (other: string) =>
    all.filter((name) => name !== other).map((name) => ({ value: name, label: parameterPlain(name) }));
  return (
    <div className={styles.controls}>
      <Segmented
        label={messages.directions}
        value={cut.kind}
        options={[
          { value: "parameters", label: messages.twoParameters },
          { value: "gradient", label: messages.gradientRandom },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      <div className={styles.pair}>
        {cut.kind === "parameters" ? (
          <>
            <Select
              inline
              label={messages.across}
              value={across}
              options={choices(up)}
              onChange={(name) => onChange({ across: name, up })}
            />
            <Select
              inline
              label={messages.up}
              value={up}
              options={choices(across)}
              onChange={(name) => onChange({ across, up: name })}
            />
          </>
        ) : (
          <NumberField
            label={messages.seedOfTheRandomDirection}
            value={cut.seed}
            min={0}
            max={MAX_SEED}
            onChange={(seed) => onChange({ seed })}
          />
        )}
      </div>
      <Slider
        inline
        label={messages.range}
        value={cut.reach}
        min={0.01}
        max={100}
        scale="log"
        onChange={(reach) => onChange({ reach })}
      />
      <Select
        inline
        label={messages.cells}
        value={String(cut.size)}
        options={SIZES.map((size) => ({ value: String(size), label: `${size} × ${size}` }))}
        onChange={(size) => onChange({ size: Number(size) })}
      />
    </div>
  );
}
