import { useMemo } from "react";
import { networkOf, trainOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { type Facts, factsOf } from "./facts.ts";

/** The facts of the epoch shown. */
export function useFacts(): Facts {
  const network = useApp(networkOf);
  const train = useApp(trainOf);
  const params = useThrottled((state) => state.snapshot.params, MANY_NUMBERS);
  return useMemo(() => factsOf(network, params, train), [network, params, train]);
}
