/** Two places beside each other: what the page shows, and the same with another point, epoch, branch or network. */
import { MAX_UPDATES } from "@neural-viz/engine";
import { useState } from "react";
import { setBeside } from "../../store/panels/beside.ts";
import type { Beside } from "../../store/panels/state.ts";
import { dataOf, partsOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { type AppState, store, useApp } from "../../store/store.ts";
import type { BesidePlace } from "../../worker/protocol.ts";
import { Chips } from "../../ui/kit/Chips.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { messages } from "#text/beside";
import * as styles from "./Beside.module.css";
import { Sides } from "./Sides.tsx";

/** What a chip puts beside the page at first; undefined if there is nothing. */
const firsts: {
  readonly [D in Beside["differs"]]: (state: AppState) => Extract<Beside, { differs: D }> | undefined;
} = {
  point: (state) => ({
    differs: "point",
    sample: ((state.selection.index + 1) % dataOf(state).count) + 1,
  }),
  epoch: ({ snapshot: { t, last } }) => ({ differs: "epoch", t: t > 0 ? 0 : last }),
  branch({ snapshot: { branches, branch } }) {
    const other = branches.find(({ id }) => id !== branch);
    return other && { differs: "branch", branch: other.id };
  },
  network({ earlier }) {
    const before = earlier.at(-1);
    return before && { differs: "network", experiment: before.experiment, t: undefined };
  },
};

/** What is beside the page before anything is chosen: the untrained network or, before training, the next point. */
function usualOf(state: AppState): Beside {
  return firsts[state.snapshot.last > 0 ? "epoch" : "point"](state)!;
}

export function View() {
  const [usual] = useState(() => usualOf(store.getState()));
  const chosen = useApp((state) => state.beside);
  const snapshot = useThrottled((state) => state.snapshot, MANY_NUMBERS);
  const run = useApp((state) => state.run);
  const sample = useApp(({ selection }) => selection.index + 1);
  const { t, last, branches } = snapshot;
  const gone = chosen?.differs === "branch" && branches.every(({ id }) => id !== chosen.branch);
  const beside = chosen === undefined || gone ? usual : chosen;
  const left: BesidePlace = { t, sample };
  return (
    <div className={styles.body}>
      <Choices beside={beside} t={t} last={last} />
      <Sides
        // The answers to earlier questions may be about networks of other shapes.
        key={[run, keyOf(beside)].join(" ")}
        beside={beside}
        places={[left, rightOf(beside, left, last)]}
      />
    </div>
  );
}

const keyOf = (beside: Beside): string =>
  beside.differs === "network"
    ? JSON.stringify(beside.experiment)
    : `${beside.differs} ${beside.differs === "branch" ? beside.branch : ""}`;

/** The place on the right: the left one, with what differs. */
function rightOf(beside: Beside, left: BesidePlace, last: number): BesidePlace {
  switch (beside.differs) {
    case "point":
      return { ...left, sample: beside.sample };
    case "epoch":
      return { ...left, t: Math.min(beside.t, last) };
    case "branch":
      return { ...left, of: { branch: beside.branch } };
    case "network":
      return { ...left, t: beside.t ?? left.t, of: { experiment: beside.experiment } };
  }
}

interface ChoicesProps {
  beside: Beside;
  /** The epoch that the page shows, and the last one, in updates. */
  t: number;
  last: number;
}

/** What differs, and which one it is. */
function Choices({ beside, t, last }: ChoicesProps) {
  const { differs } = beside;
  const several = useApp(({ snapshot }) => snapshot.branches.length > 1);
  const noNetwork = useApp(({ earlier }) => earlier.length === 0) && differs !== "network";
  return (
    <div className={styles.choices}>
      <Chips
        label={messages.whatDiffers}
        value={differs}
        options={(["point", "epoch", "branch", "network"] as const)
          .filter((value) => value !== "branch" || several)
          .map((value) => ({
            value,
            label: messages.another[value],
            disabled: value === "network" && noNetwork,
          }))}
        onChange={(value) => {
          const first = firsts[value](store.getState());
          if (first !== undefined) setBeside(first);
        }}
      />
      <Which beside={beside} t={t} last={last} />
      {noNetwork && <p className={styles.hint}>{messages.noOtherNetwork}</p>}
    </div>
  );
}

function Which({ beside, t, last }: ChoicesProps) {
  const count = useApp((state) => dataOf(state).count);
  const { perEpoch } = useApp(partsOf);
  const { branches, branch } = useApp(({ snapshot }) => snapshot);
  const epoch = perEpoch === 1 ? messages.otherEpoch : messages.otherUpdate;
  switch (beside.differs) {
    case "point":
      return (
        <NumberField
          label={messages.otherPoint}
          value={Math.min(beside.sample, count)}
          min={1}
          max={count}
          onChange={(sample) => setBeside({ ...beside, sample })}
        />
      );
    case "epoch":
      return (
        <NumberField
          label={epoch}
          value={Math.min(beside.t, last)}
          min={0}
          max={last}
          onChange={(other) => setBeside({ ...beside, t: other })}
        />
      );
    case "branch":
      return (
        <Select
          label={messages.otherBranch}
          inline
          value={String(beside.branch)}
          options={branches
            .filter(({ id }) => id !== branch || id === beside.branch)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(id) => setBeside({ ...beside, branch: Number(id) })}
        />
      );
    case "network":
      return (
        <NumberField
          label={epoch}
          value={beside.t ?? t}
          min={0}
          max={MAX_UPDATES}
          onChange={(other) => setBeside({ ...beside, t: other })}
        />
      );
  }
}
