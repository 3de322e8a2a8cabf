import fc from "fast-check";
import { expect, test } from "vitest";
import { createHistory, type History } from "@neural-viz/engine";
import { type Column, columnsOf } from "../src/ui/plot/envelope.ts";

function historyOf(losses: readonly number[]): History {
  const history = createHistory();
  losses.forEach((loss, t) => history.set(t, loss));
  return history;
}

/** A random walk with peaks of one epoch, which thinning out would lose first. */
const anyLosses = fc
  .tuple(fc.integer({ min: 1, max: 6000 }), fc.integer(), fc.integer({ min: 1, max: 500 }))
  .map(([length, seed, rare]) => {
    let state = seed >>> 0;
    const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    let loss = 1;
    return Array.from({ length }, () => {
      loss *= 0.97 + 0.06 * next();
      return next() * rare < 1 ? loss * 50 * next() : loss;
    });
  });

const anyRoom = fc.double({ min: 2, max: 1500, noNaN: true });

/** A column covers the epochs from its own to before the next column's; the last one covers only the last epoch. */
function expectExact(losses: readonly number[], columns: readonly Column[]): void {
  const now = losses.at(-1)!;
  expect(columns.at(-1)).toEqual({ epoch: losses.length - 1, low: now, high: now });
  const rest = columns.length === losses.length ? columns : columns.slice(0, -1);
  expect(rest[0]!.epoch).toBe(0);
  rest.forEach(({ epoch, low, high }, i) => {
    const under = losses.slice(epoch, rest[i + 1]?.epoch);
    expect(low).toBe(Math.min(...under));
    expect(high).toBe(Math.max(...under));
  });
}

test("with any number of columns, the drawing includes the minimum and the maximum", () => {
  fc.assert(
    fc.property(anyLosses, anyRoom, (losses, room) => {
      expectExact(losses, columnsOf(historyOf(losses), room));
    }),
  );
});

test("a curve that grows while it is drawn, at any width, looks the same as one drawn at once", () => {
  fc.assert(
    fc.property(anyLosses, fc.array(fc.tuple(fc.nat(6000), anyRoom), { maxLength: 8 }), (losses, looks) => {
      const history = createHistory();
      let t = 0;
      for (const [end, room] of [...looks.toSorted((a, b) => a[0] - b[0]), [6000, 100] as const]) {
        for (; t < losses.length && t <= end; t++) history.set(t, losses[t]!);
        expectExact(losses.slice(0, t), columnsOf(history, room));
      }
    }),
    { numRuns: 40 },
  );
});

test("an edit at the last epoch moves the end of the curve", () => {
  fc.assert(
    fc.property(anyLosses, anyRoom, (losses, room) => {
      const history = historyOf(losses);
      columnsOf(history, room);
      const edited = [...losses.slice(0, -1), 1e6];
      history.set(losses.length - 1, 1e6);
      expectExact(edited, columnsOf(history, room));
    }),
  );
});

test("each epoch has its own column if there is room", () => {
  fc.assert(
    fc.property(anyLosses, fc.integer({ min: 0, max: 1000 }), (losses, spare) => {
      expect(columnsOf(historyOf(losses), losses.length + spare)).toEqual(
        losses.map((loss, epoch) => ({ epoch, low: loss, high: loss })),
      );
    }),
  );
});

test("there are at most twice as many columns as requested, plus the last epoch", () => {
  fc.assert(
    fc.property(anyLosses, anyRoom, (losses, room) => {
      expect(columnsOf(historyOf(losses), room).length).toBeLessThanOrEqual(2 * room + 1);
    }),
  );
});

test("when a run diverges, the finite losses before it are still drawn", () => {
  fc.assert(
    fc.property(
      anyLosses,
      anyRoom,
      fc.constantFrom(NaN, Infinity),
      fc.integer({ min: 1, max: 200 }),
      (losses, room, broken, count) => {
        const all = [...losses, ...Array.from({ length: count }, () => broken)];
        const drawn = columnsOf(historyOf(all), room).filter(({ high }) => Number.isFinite(high));
        expect(Math.max(...drawn.map(({ high }) => high))).toBe(Math.max(...losses));
        expect(Math.min(...drawn.map(({ low }) => low))).toBe(Math.min(...losses));
      },
    ),
  );
});
