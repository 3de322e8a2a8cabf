/** The tools of the playground: one file and one line each. */
import { activation } from "../activation/Activation.tsx";
import { audit } from "../audit/Audit.tsx";
import { gradientCheck } from "../check/GradientCheck.tsx";
import type { Panel } from "./panel.ts";

export const panels: Readonly<Record<string, Panel>> = { gradientCheck, activation, audit };
