import { useShallow } from "zustand/shallow";
import { dataOf } from "../../store/derived.ts";
import { setLook } from "../../store/selection/choose.ts";
import { useApp } from "../../store/store.ts";
import { Select } from "../../ui/kit/Select.tsx";
import { axisName } from "./axisName.ts";
import { messages } from "#text/fit";

/** With three or four inputs: the two that the picture shows. The others are as they are at the selected point. */
export function PlaneChoice() {
  const { dataset } = useApp((state) => state.experiment);
  const inputs = useApp((state) => dataOf(state).inputs.length);
  const axes = useApp(useShallow((state) => state.snapshot.picture.axes));
  const [across, up = 2] = axes;
  const options = Array.from({ length: inputs }, (_, k) => ({
    value: String(k + 1),
    label: axisName(dataset, k + 1) ?? `x${"₁₂₃₄"[k]}`,
  }));
  const choose = (next: readonly [number, number], before: number): void => {
    // Choosing the other axis's input exchanges the two.
    const [a, b] = next;
    setLook({ axes: a === b ? (a === across ? [before, a] : [a, before]) : next });
  };
  return (
    <>
      <Select
        label={messages.axisAcross}
        value={String(across)}
        options={options}
        onChange={(value) => choose([Number(value), up], across)}
      />
      <Select
        label={messages.axisUp}
        value={String(up)}
        options={options}
        onChange={(value) => choose([across, Number(value)], up)}
      />
    </>
  );
}
