/** Why a text isn't an id, with a valid one. */
import { catalog } from "../message.ts";

export const spelling = catalog("unknown", {
  noId: ({ text, endless }: { text: string; endless: boolean }) =>
    `Neural-Viz doesn’t recognize the id “${text}”. Ids look like W.1.2.1@42, a.1.2[18]@42, L@0, and x[18].1.${
      endless ? " Most end in @t, the number of updates done." : ""
    }`,
  otherSpelling: ({ id, instead }: { id: string; instead: string }) =>
    `${id}: each quantity has one spelling. Write ${instead}.`,
  noPoint: ({ point }: { point: string }) =>
    `[${point}] isn’t a point. Write a point of the data like [18], a probe like [probe 0.2,0.7], or a cell like [cell 1,1,40].`,
});
