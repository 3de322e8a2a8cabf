import { type Network, parameterIndex, type QuantityId } from "@neural-viz/engine";
import { inspect } from "../../store/inspector/inspect.ts";
import type { Note, Place, Travel as TravelOf } from "../../store/visit/state.ts";
import { classes } from "../../ui/kit/classes.ts";
import type { Edge, Geometry } from "./geometry.ts";
import * as styles from "./Graph.module.css";

interface TravelProps {
  network: Network;
  geometry: Geometry;
  travel: TravelOf;
}

/** The height of a number, in pixels. */
const ROW = 24;

/** About how wide a number is, in pixels. In a narrow picture, it is written smaller. */
const widthOf = ({ text }: Note, { width }: Geometry): number =>
  width < 520 ? 6 * text.length + 4 : 7 * text.length + 14;

/**
 * How a lesson's number travels: the edges it takes, and on them and at the neurons its factors and what they make so
 * far. The lesson says the same in words.
 */
export function Travel({ network, geometry, travel }: TravelProps) {
  const edgeOf = (name: string): Edge | undefined => {
    const index = parameterIndex(network, name);
    return geometry.edges.find((edge) => edge.index === index);
  };
  const stacks = placeAll(travel.notes, geometry, edgeOf);
  return (
    <div className={styles.travel} aria-hidden="true" key={JSON.stringify(travel)}>
      <svg width={geometry.width} height={geometry.height} className={styles.lines}>
        {travel.along.map((name) => (
          <path key={name} d={edgeOf(name)?.path} data-along={name} className={styles.way} />
        ))}
      </svg>
      {stacks.map(({ on, x, y, notes }) => (
        <div key={String(on)} className={styles.stop} data-on={String(on)} style={{ left: x, top: y }}>
          {notes.map(({ note, turn }) => (
            <button
              key={note.text}
              type="button"
              tabIndex={-1}
              className={classes(styles.number, styles.note)}
              data-result={note.isResult || undefined}
              data-quantity={note.id}
              disabled={note.id === undefined}
              style={{ animationDelay: `calc(${0.7 * turn} * var(--slow))` }}
              onClick={() => inspect(note.id as QuantityId)}
            >
              {note.text}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

interface Stack {
  readonly on: Place;
  readonly x: number;
  readonly y: number;
  readonly notes: readonly { readonly note: Note; readonly turn: number }[];
}

/** The numbers of each neuron and each edge, one below the other: on the neuron, or where the edge has room. */
function placeAll(
  all: readonly Note[],
  geometry: Geometry,
  edgeOf: (name: string) => Edge | undefined,
): readonly Stack[] {
  const placed: (Stack & { readonly wide: number; readonly high: number })[] = [];
  const spots = [...new Map(all.map(({ on }) => [String(on), on])).values()];
  // Neurons first: they don't move.
  for (const on of spots.toSorted((a, b) => Number(typeof a === "string") - Number(typeof b === "string"))) {
    const notes = all
      .map((note, turn) => ({ note, turn }))
      .filter(({ note }) => String(note.on) === String(on));
    const wide = Math.max(...notes.map(({ note }) => widthOf(note, geometry)));
    const high = ROW * notes.length;
    const isFree = ([x, y]: readonly [number, number]): boolean =>
      placed.every(
        (other) =>
          Math.abs(other.x - x) > (other.wide + wide) / 2 || Math.abs(other.y - y) > (other.high + high) / 2,
      );
    const places = placesOf(on, geometry, edgeOf);
    const [x, y] = places.find(isFree) ?? places[0] ?? [];
    if (x !== undefined && y !== undefined) placed.push({ on, x, y, notes, wide, high });
  }
  return placed;
}

function placesOf(
  on: Place,
  { columns }: Geometry,
  edgeOf: (name: string) => Edge | undefined,
): readonly (readonly [number, number])[] {
  if (typeof on === "string") {
    const edge = edgeOf(on);
    if (edge === undefined) return [];
    const shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
    return [0, -ROW, ROW].flatMap((aside) =>
      shares.map((share) => [edge.at(share)[0], edge.at(share)[1] + aside] as const),
    );
  }
  const node = columns[on[0]]?.[on[1] - 1];
  return node === undefined ? [] : [[node.x, node.y]];
}
