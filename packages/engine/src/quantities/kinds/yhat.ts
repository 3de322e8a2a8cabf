import type { OutputId } from "../../ids/kinds/outputQuantity.ts";
import type { Origin } from "../origin.ts";
import { outputOrigin } from "../outputs.ts";

export const yhat: Origin<OutputId<"yhat">> = outputOrigin(({ j }) => j);
