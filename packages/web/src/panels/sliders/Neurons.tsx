import { format, type Network, type ParameterName } from "@neural-viz/engine";
import { type KeyboardEvent, useMemo } from "react";
import { useThrottled } from "../../store/hooks.ts";
import { Slider } from "../../ui/kit/Slider.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { neuronsOf, type Parameter, valueOf } from "./parameters.ts";
import { moved, stepOf } from "./reach.ts";
import { isTrack, useReach } from "./useReach.ts";
import * as styles from "./Sliders.module.css";

type OnSet = (name: ParameterName, value: number) => void;

interface NeuronsProps {
  network: Network;
  /** Which ones, from 1. */
  layers: readonly number[];
  disabled: boolean;
  onSet: OnSet;
}

/** The parameters of some layers as sliders, neuron by neuron. */
export function Neurons({ network, layers, disabled, onSet }: NeuronsProps) {
  const shown = layers.join();
  const neurons = useMemo(
    () => shown.split(",").flatMap((l) => neuronsOf(network, Number(l))),
    [network, shown],
  );
  const { reach, hold } = useReach();
  return (
    // The keys and pointers are those of the sliders in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.neurons} onPointerDown={hold} onKeyDown={hold}>
      {neurons.map(({ name, parameters }) => (
        <fieldset key={name} className={styles.neuron}>
          <legend>{name}</legend>
          {parameters.map((parameter) => (
            <ParameterSlider
              key={parameter.name}
              of={parameter}
              reach={reach}
              disabled={disabled}
              onSet={onSet}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

interface ParameterSliderProps {
  of: Parameter;
  reach: number;
  disabled: boolean;
  onSet: OnSet;
}

/** Any number may be typed: the sliders then reach that far. */
const anyNumber = (): undefined => undefined;

function ParameterSlider({ of, reach, disabled, onSet }: ParameterSliderProps) {
  const value = useThrottled((state) => valueOf(state, of));
  /** The browser has no larger step with Shift. */
  const press = (event: KeyboardEvent): void => {
    const steps = { ArrowLeft: -10, ArrowDown: -10, ArrowRight: 10, ArrowUp: 10 }[event.key];
    if (steps === undefined || !event.shiftKey || !isTrack(event.target)) return;
    event.preventDefault();
    onSet(of.name, moved(value, steps, reach));
  };
  return (
    // The keys are those of the slider in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div data-sign={Math.sign(value)} onKeyDown={press}>
      <Slider
        label={of.label}
        hideLabel
        inline
        symbol={<Tex {...of.symbol} />}
        value={value}
        min={-reach}
        max={reach}
        step={stepOf(reach)}
        format={format}
        violation={anyNumber}
        disabled={disabled}
        onChange={(next) => onSet(of.name, next)}
      />
    </div>
  );
}
