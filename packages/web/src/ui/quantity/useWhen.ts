import { partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { whenOf } from "./status.ts";

/** Where the present run stands after t updates, in words: its epoch, and with mini-batches its batch. */
export function useWhen(): (t: number) => string {
  const { perEpoch } = useApp(partsOf);
  return (t) => whenOf(t, perEpoch);
}
