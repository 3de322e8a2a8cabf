import { shapeText } from "@neural-viz/engine";
import { type ReactNode, useMemo } from "react";
import { select, setLook } from "../../store/selection/choose.ts";
import { dataOf, networkOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { LookIcon } from "../../ui/kit/icons.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Popover } from "../../ui/kit/Popover.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { useNarrow } from "../../ui/kit/useNarrow.ts";
import { useSize } from "../../ui/kit/useSize.ts";
import { layOut } from "./geometry.ts";
import { Graph } from "./Graph.tsx";
import { messages } from "#text/network";
import * as styles from "./Graph.module.css";
import { Legend } from "./Legend.tsx";

const faces = [
  { value: "map", label: messages.map },
  { value: "value", label: messages.value },
] as const;
const colors = [
  { value: "both", label: messages.colorGradient },
  { value: "weight", label: messages.colorWeight },
] as const;

/** How the network is drawn, and which point's numbers it shows. */
export function NetworkHead() {
  const { face, color } = useApp(({ look }) => look);
  const n = useApp(({ snapshot }) => snapshot.outputs[0]!.length);
  const selection = useApp((state) => state.selection);
  const narrow = useNarrow(useApp(({ route }) => route.page === "lesson"));
  const look = (
    <>
      <Segmented
        label={messages.faces}
        value={face}
        options={faces}
        onChange={(value) => setLook({ face: value })}
      />
      <Select
        label={messages.color}
        hideLabel
        value={color}
        options={colors}
        onChange={(value) => setLook({ color: value })}
      />
    </>
  );
  return (
    <>
      {narrow ? (
        <Popover
          button={{
            look: "quiet",
            icon: true,
            "aria-label": messages.howNetworkIsDrawn,
            children: <LookIcon />,
          }}
        >
          <div className={styles.look}>{look}</div>
        </Popover>
      ) : (
        look
      )}
      <div className={styles.sample}>
        <NumberField
          label={messages.sample}
          value={selection.index + 1}
          min={1}
          max={n}
          onChange={(sample) => select({ kind: "sample", index: sample - 1 })}
        />
      </div>
    </>
  );
}

interface NetworkBodyProps {
  /** Notices. */
  children: ReactNode;
  /** How the maps add up, below the graph. */
  strip?: ReactNode;
  /** Whether the last hidden layer's neurons have numbers that switch them off. */
  tagged?: boolean;
  /** Whether biases, values and weights are shown even where they make the faces small. */
  numbers?: boolean;
}

/** What does every neuron do with this point? Text goes below the graph. */
export function NetworkBody({ children, strip, tagged = false, numbers = false }: NetworkBodyProps) {
  const network = useApp(networkOf);
  const curves = useApp((state) => dataOf(state).inputs.length === 1);
  const asking = useApp(({ question }) => question !== undefined);
  const counts = !curves && network.layers.length > 1 && network.head.targets === "binary";
  // A network of another shape gets a new graph, so that nothing points at the old one.
  const shape = shapeText(network);
  const { ref, size } = useSize<HTMLDivElement>();
  const geometry = useMemo(
    () =>
      size === undefined
        ? undefined
        : layOut(network, Math.floor(size.width), Math.floor(size.height), { curves, numbers }),
    [network, size, curves, numbers],
  );
  return (
    <div className={styles.panel}>
      <div ref={ref} className={styles.room}>
        {geometry !== undefined && geometry.height > 60 && (
          <Graph key={shape} network={network} geometry={geometry} tagged={tagged} />
        )}
      </div>
      <div className={styles.advice}>{!asking && children}</div>
      {strip !== undefined && (
        <div className={styles.strip} data-shows={curves ? "curves" : counts ? "counts" : "maps"}>
          {strip}
        </div>
      )}
      <Legend />
    </div>
  );
}
