import { type Experiment, format, networkOf as networkOfExperiment } from "@neural-viz/engine";
import { useMemo } from "react";
import type { Beside } from "../../store/panels/state.ts";
import { useAsked } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { MANY_NUMBERS } from "../../store/hooks.ts";
import { store, useApp } from "../../store/store.ts";
import type { BesidePlace, BesideSide } from "../../worker/protocol.ts";
import { MiniPicture } from "../../ui/plot/MiniPicture.tsx";
import type { Shown } from "../../ui/plot/field.ts";
import { Waiting } from "../../ui/kit/Waiting.tsx";
import { whenOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/beside";
import * as styles from "./Beside.module.css";
import { groupsOf, type Place } from "./rows.ts";
import { Table } from "./Table.tsx";

/** The length of a picture's sides, in pixels. */
const SIDE = 124;

interface SidesProps {
  beside: Beside;
  places: readonly [BesidePlace, BesidePlace];
}

/** Both places: what differs in a sentence, a picture of each, and their numbers. */
export function Sides({ beside, places }: SidesProps) {
  const { answer, ...work } = useAsked<"beside">({ kind: "beside", places }, MANY_NUMBERS);
  const here = useApp(networkOf);
  const other = beside.differs === "network" ? beside.experiment : undefined;
  const there = useMemo(() => (other === undefined ? here : networkOfExperiment(other)), [other, here]);
  const [left, right] = answer ?? [];
  return (
    <>
      <Waiting
        label={messages.training}
        progress={work.progress}
        canceled={work.canceled}
        onCancel={work.cancel}
        onAgain={work.again}
      />
      {left !== undefined && right !== undefined && (
        <Both beside={beside} left={{ network: here, side: left }} right={{ network: there, side: right }} />
      )}
    </>
  );
}

function Both({ beside, left, right }: { beside: Beside; left: Place; right: Place }) {
  const places = namesOf(beside, left.side, right.side);
  const scale = scaleOf(left, right);
  const inspected = beside.differs === "point" || beside.differs === "epoch";
  return (
    <>
      <p className={styles.sentence}>{sentenceOf(beside, left.side, right.side)}</p>
      <div className={styles.both}>
        <div className={styles.pictures}>
          <Picture of={left} scale={scale} label={places[0]} />
          <Picture of={right} scale={scale} label={places[1]} />
        </div>
        <Table groups={groupsOf(left, right)} places={places} inspected={inspected} />
      </div>
    </>
  );
}

const whenAt = ({ t, perEpoch }: BesideSide): string => whenOf(t, perEpoch);

const branchName = (branch: number): string =>
  store.getState().snapshot.branches.find(({ id }) => id === branch)?.name ?? "";

/** What each side is called. */
function namesOf(beside: Beside, left: BesideSide, right: BesideSide): readonly [string, string] {
  const [before, after] = [whenAt(left), whenAt(right)];
  switch (beside.differs) {
    case "point":
    case "epoch":
      return [messages.place(left.sample, before), messages.place(right.sample, after)];
    case "branch": {
      const { branch } = store.getState().snapshot;
      return [
        messages.branchAt(branchName(branch), before),
        messages.branchAt(branchName(beside.branch), after),
      ];
    }
    case "network":
      return [messages.thisNetwork(before), messages.otherNetwork(after)];
  }
}

/** The value that has the full color, or the height of a curve, in both pictures. */
function scaleOf(...places: readonly Place[]): number {
  const largest = places.map(({ side: { pictures, largestTarget } }) =>
    pictures.outputs[0]!.length === pictures.size
      ? pictures.outputs.reduce(
          (most, column) => column.reduce((m, value) => Math.max(m, Math.abs(value)), most),
          largestTarget,
        )
      : largestTarget,
  );
  return Math.max(...largest) || 1;
}

function Picture({ of: { network, side }, scale, label }: { of: Place; scale: number; label: string }) {
  const output = useApp(({ look }) => Math.min(look.output, side.pictures.outputs.length - 1));
  const kind: Shown["kind"] = network.head.targets;
  const { outputs, size } = side.pictures;
  return (
    <figure>
      <div className={styles.picture}>
        <MiniPicture
          outputs={outputs}
          size={size}
          shown={{ kind, output, scale }}
          side={SIDE}
          label={kind === "values" ? messages.fitAt(label) : messages.boundaryAt(label)}
        />
        {side.at !== undefined && <Mark at={side.at} />}
      </div>
      <figcaption>
        {label}
        <br />
        {side.correct === undefined
          ? messages.rmse(format(side.rmse ?? 0))
          : messages.correctOf(side.correct, side.trained)}
      </figcaption>
    </figure>
  );
}

/** The point in its picture: a ring, or a line where the picture has one input. */
function Mark({ at: [across, up] }: { at: readonly number[] }) {
  const x = across! * SIDE;
  return (
    <svg width={SIDE} height={SIDE} className={styles.mark} aria-hidden="true">
      {up === undefined ? <path d={`M${x} 0V${SIDE}`} /> : <circle cx={x} cy={(1 - up) * SIDE} r="4" />}
    </svg>
  );
}

/** What differs, in a sentence. */
function sentenceOf(beside: Beside, left: BesideSide, right: BesideSide): string {
  const [before, after] = [whenAt(left), whenAt(right)];
  const { experiment, snapshot } = store.getState();
  switch (beside.differs) {
    case "point":
      return left.sample === right.sample
        ? messages.samePoint(left.sample, before)
        : messages.points(left.sample, right.sample, before);
    case "epoch":
      return left.t === right.t
        ? messages.sameEpoch(left.sample, before)
        : messages.epochs(before, after, left.sample);
    case "branch":
      return messages.branches(
        branchName(snapshot.branch),
        before,
        branchName(beside.branch),
        after,
        left.sample,
      );
    case "network":
      return [
        messages.networks(before, after, left.sample, right.sample),
        messages.differIn(differingParts(experiment, beside.experiment)),
      ].join(" ");
  }
}

/** Which parts of two experiments differ. */
function differingParts(one: Experiment, other: Experiment): readonly string[] {
  const parts = Object.keys(messages.parts) as (keyof typeof messages.parts)[];
  return parts
    .filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))
    .map((part) => messages.parts[part]);
}
