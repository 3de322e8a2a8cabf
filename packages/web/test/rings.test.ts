import { expect, test } from "vitest";
import { ringAt } from "../src/ui/plot/rings.ts";

/** A circle around the center, as a polygon with many corners. */
function circle(epoch: number, radius: number) {
  const points = Array.from({ length: 200 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 199;
    return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)] as const;
  });
  return { epoch, lines: [{ points, closed: true }] };
}

test("a point belongs to the nearest growth ring within reach, or to none", () => {
  const rings = [circle(10, 0.2), circle(31, 0.3)];
  expect(ringAt(rings, { x1: 0.5 + 0.2, x2: 0.5 }, 0.01)).toBe(10);
  expect(ringAt(rings, { x1: 0.5, x2: 0.5 - 0.304 }, 0.01)).toBe(31);
  expect(ringAt(rings, { x1: 0.5, x2: 0.5 - 0.24 }, 0.2)).toBe(10);
  expect(ringAt(rings, { x1: 0.5, x2: 0.5 }, 0.1)).toBeUndefined();
});

test("x₂ grows upward: a ring above the middle is found above it", () => {
  const above = {
    epoch: 5,
    lines: [
      {
        points: [
          [0.1, 0.2],
          [0.9, 0.2],
        ] as const,
        closed: false,
      },
    ],
  };
  expect(ringAt([above], { x1: 0.5, x2: 0.8 }, 0.01)).toBe(5);
  expect(ringAt([above], { x1: 0.5, x2: 0.2 }, 0.01)).toBeUndefined();
});
