import type { PId } from "../../ids/kinds/p.ts";
import type { Origin } from "../origin.ts";
import { outputOrigin } from "../outputs.ts";

export const p: Origin<PId> = outputOrigin(({ j }) => j ?? 1);
