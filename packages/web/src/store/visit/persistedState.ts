/**
 * The state of a tab as text that outlives the page: the experiment with its changes, the epoch shown, and what is
 * selected. It contains no results, because the run is trained again to the same bits.
 */
import {
  asId,
  attempt,
  type Scene,
  domainOf,
  type Experiment,
  type Linked,
  MAX_UPDATES,
  parseScenes,
  type QuantityId,
  readJson,
  readLink,
  samplesOf,
  schema,
  writeLink,
  writeScenes,
} from "@neural-viz/engine";
import type { InspectorState } from "../inspector/state.ts";
import type { PanelsState, Setting } from "../panels/state.ts";
import { openingExperiment } from "../run/opening.ts";
import { type Replay, replayOfSnapshot } from "../run/replay.ts";
import { firstLook, type Look, resolutions, type Selection } from "../selection/state.ts";
import type { AppState } from "../store.ts";

export interface PersistedState {
  readonly experiment: Experiment;
  readonly replay: Replay;
  readonly selection: Selection;
  readonly panel: PanelsState["panel"];
  readonly explained: InspectorState["explained"];
  readonly look: Look;
  readonly epochsPerSecond: number;
  readonly scenes: readonly Scene[];
  readonly scene: number | undefined;
}

/** What to save; undefined if nothing was done. */
export function persistedStateOf(state: AppState): PersistedState | undefined {
  const { experiment, snapshot, selection, inspectorHistory, panel, explained, look } = state;
  const { epochsPerSecond, scenes, scene } = state;
  const untouched = snapshot.last === 0 && JSON.stringify(experiment) === JSON.stringify(openingExperiment);
  if (untouched && inspectorHistory.length === 0 && panel === undefined && scenes.length === 0)
    return undefined;
  const replay = replayOfSnapshot(snapshot, "visit", inspectorHistory);
  return { experiment, replay, selection, panel, explained, look, epochsPerSecond, scenes, scene };
}

export function writePersistedState({ experiment, replay, scenes, look, ...rest }: PersistedState): string {
  const { last, t, fingerprint, branched, inspectorHistory } = replay;
  const { color, ...others } = look;
  return JSON.stringify({
    link: writeLink({ experiment, t: 0, fingerprint }),
    last,
    t,
    branched,
    trail: inspectorHistory,
    // JSON has no infinity: as fast as possible is null.
    ...rest,
    look: { ...others, colour: color },
    scenes: scenes.length === 0 ? undefined : (JSON.parse(writeScenes(scenes)) as unknown),
  });
}

/** Reads what this or another version saved; undefined if it can't be read. */
export function readPersistedState(text: string): PersistedState | undefined {
  const read = attempt(() => persisted(readJson(text, "kept"), ""));
  return read.ok ? read.value : undefined;
}

/** This version may not know an id that another one saved. */
const isKnown = (known: QuantityId | undefined): known is QuantityId => known !== undefined;

/** Another version may have saved more than this one knows. */
const lenient = { others: "ignored" } as const;

/** The largest number of a unit of the explained step. */
const MAX_UNIT = 1_000_000;
/** The most ids in the inspector's history, and the most characters of one. */
const MAX_HISTORY = 1000;
const MAX_ID = 200;

const id: schema.Schema<QuantityId | undefined> = (value, where) =>
  asId(schema.text(new RegExp(`^[^]{0,${MAX_ID}}$`))(value, where));

const inspectorHistory = schema.list(id, {
  length: schema.upTo(MAX_HISTORY, "values"),
});

const link: schema.Schema<Linked> = (value, where) => readLink(schema.text()(value, where));

const selectionOf = ({ dataset }: Experiment): schema.Schema<Selection> => {
  const index = schema.whole(0, samplesOf(dataset).count - 1);
  const domain = domainOf(dataset);
  const x = schema.tuple(domain.map(([from, to]) => schema.number({ from, to })));
  const some = schema.tagged("kind", { sample: { index }, probe: { index, x } }, lenient);
  return (value, where) => some(withList(value), where);
};

/** Earlier versions wrote the two inputs of a probe one by one. */
function withList(value: unknown): unknown {
  if (!schema.isObject(value) || !("x1" in value)) return value;
  return { ...value, x: [value["x1"], value["x2"]] };
}

const setting: schema.Schema<Setting> = (value, where) => {
  if (typeof value === "boolean") return value;
  return typeof value === "number" ? schema.number()(value, where) : schema.text()(value, where);
};

const explained = schema.object(
  {
    t: schema.whole(0, MAX_UPDATES),
    zoom: schema.oneOf(["stage", "layer", "scalar"]),
    unit: schema.whole(0, MAX_UNIT),
    turn: schema.orElse(schema.boolean, undefined),
  },
  lenient,
);

const panel = schema.object(
  {
    name: schema.text(),
    wide: schema.orElse(schema.boolean, false),
    settings: schema.orElse(schema.record(setting), undefined),
  },
  lenient,
);

const written = schema.object(
  {
    face: schema.oneOf(["map", "value"]),
    colour: schema.oneOf(["both", "weight"]),
    field: schema.oneOf(["class", "confidence"]),
    resolution: schema.oneOf(resolutions),
    lossAxis: schema.oneOf(["log", "linear"]),
    lines: schema.orElse(schema.boolean, firstLook.lines),
    axes: schema.orElse(schema.tuple([schema.whole(1, 4), schema.whole(1, 4)]), firstLook.axes),
    output: schema.orElse(schema.whole(0, 3), firstLook.output),
  },
  lenient,
);

const look: schema.Schema<Look> = (value, where) => {
  const { colour: color, ...others } = written(value, where);
  return { ...others, color };
};

const scenesOf: schema.Schema<readonly Scene[]> = (value) =>
  schema.isObject(value) ? parseScenes(value) : [];

const pace = schema.orElse(schema.number({ above: 0 }), 100);

const begun = schema.object({ link, last: schema.whole(0, MAX_UPDATES), scenes: scenesOf }, lenient);

/** The schema of the rest, which depends on the experiment, the last epoch and the scenes. */
const restOf = (experiment: Experiment, last: number, scenes: readonly Scene[]) =>
  schema.object(
    {
      t: schema.whole(0, last),
      branched: schema.orElse(schema.boolean, false),
      trail: inspectorHistory,
      selection: selectionOf(experiment),
      panel: schema.orElse(panel, undefined),
      explained: schema.orElse(explained, undefined),
      look,
      // As fast as possible was written as null.
      epochsPerSecond: (speed, where) => pace(speed ?? Infinity, where),
      scene: schema.orElse(schema.whole(0, scenes.length - 1), undefined),
    },
    lenient,
  );

const persisted = schema.versioned<PersistedState>(
  (value, where) => {
    const { link: linked, last, scenes } = begun(value, where);
    const { experiment } = linked;
    const fingerprint = schema.text()(linked.fingerprint, "fingerprint");
    const read = restOf(experiment, last, scenes)(value, where);
    const { t, branched, trail: ids, ...rest } = read;
    return {
      experiment,
      replay: {
        after: "visit",
        last,
        t,
        fingerprint,
        branched,
        inspectorHistory: ids.filter(isKnown),
        reached: 0,
      },
      scenes,
      ...rest,
      panel: rest.panel,
      explained: rest.explained,
      scene: rest.scene,
    };
  },
  { migrations: [], missingVersion: "first" },
);
