import { partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { whenOf } from "./status.ts";

/** Formats t updates of the current run as an epoch and, with mini-batches, a batch. */
export function useWhen(): (t: number) => string {
  const { perEpoch } = useApp(partsOf);
  return (t) => whenOf(t, perEpoch);
}
