import type { Head } from "../../nn/head.ts";
import type { HeadWriting } from "../head.ts";
import { sigmoidCrossEntropy } from "./sigmoidCrossEntropy.ts";
import { softmaxCrossEntropy } from "./softmaxCrossEntropy.ts";
import { squared } from "./squared.ts";

/** What is written and said of a head. */
export function writingOf(head: Head): HeadWriting {
  if (head.loss !== "crossEntropy") return squared(head);
  return head.activation === "softmax" ? softmaxCrossEntropy : sigmoidCrossEntropy;
}
