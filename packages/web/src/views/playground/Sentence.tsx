import { useCalm } from "../../store/hooks.ts";
import { sentence } from "./words.ts";

/** What is to be seen now. */
export function Sentence() {
  return <p>{useCalm(sentence)}</p>;
}
