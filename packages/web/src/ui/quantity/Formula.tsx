import { type Explanation, idOf, plainOf, type QuantityId } from "@neural-viz/engine";
import { type MouseEvent, useEffect, useRef } from "react";
import { follow } from "../../store/inspector/inspect.ts";
import { point } from "../../store/selection/choose.ts";
import { store } from "../../store/store.ts";
import { Tex } from "../kit/Tex.tsx";
import * as styles from "./Line.module.css";

/** The formula. Each of its symbols lights up with its number, and leads to it. */
export function Formula({ of }: { of: Explanation }) {
  const frame = useRef<HTMLDivElement>(null);

  // KaTeX renders outside of React, so this highlights the symbol directly.
  useEffect(() => {
    const light = (): void => {
      const index = of.inputs.findIndex((input) => input.id === store.getState().pointed);
      for (const symbol of frame.current?.querySelectorAll<HTMLElement>("[data-input]") ?? []) {
        symbol.toggleAttribute("data-lit", symbol.dataset["input"] === String(index));
      }
    };
    light();
    return store.subscribe(light);
  }, [of]);

  const inputAt = (event: MouseEvent): QuantityId | undefined => {
    const symbol = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-input]") : null;
    return symbol === null ? undefined : of.inputs[Number(symbol.dataset["input"])]?.id;
  };
  return (
    // The numbers below are buttons; this is one more way to point at them.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className={styles.formula}
      onPointerMove={(event) => point(inputAt(event))}
      onPointerLeave={() => point(undefined)}
      onClick={(event) => {
        const input = inputAt(event);
        if (input !== undefined) follow(input);
      }}
    >
      <Tex tex={of.linked} plain={plainOf(idOf(of.id))} linked />
    </div>
  );
}
