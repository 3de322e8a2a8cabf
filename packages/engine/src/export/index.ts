/** The export formats. A new format needs a file and a line here; menus and the command line read this registry. */
import { exportNames } from "#text/export";
import { dataCsv, lossesCsv } from "./csv.ts";
import { functionName, numpyForward, typescriptForward } from "./forward.ts";
import { notebook } from "./notebook.ts";
import { parametersJson, parametersNpz, parametersSafetensors } from "./parameters.ts";
import { pytorchScript } from "./pytorch.ts";
import type { Experiment } from "../session/experiment.ts";
import type { Trained } from "./trained.ts";

interface Export {
  readonly label: string;
  /** The usual name of its file; `exportFile` says which name it has for an experiment. */
  readonly file: string;
  readonly write: (trained: Trained) => string | Uint8Array;
}

/** Every export format by its name. */
export const exports = {
  pytorch: { label: exportNames.pytorch, file: "neural-viz.py", write: pytorchScript },
  notebook: { label: exportNames.notebook, file: "neural-viz.ipynb", write: notebook },
  json: { label: exportNames.json, file: "parameters.json", write: parametersJson },
  npz: { label: exportNames.npz, file: "parameters.npz", write: parametersNpz },
  safetensors: {
    label: exportNames.safetensors,
    file: "parameters.safetensors",
    write: parametersSafetensors,
  },
  typescript: { label: exportNames.typescript, file: "probability.ts", write: typescriptForward },
  numpy: { label: exportNames.numpy, file: "probability.py", write: numpyForward },
  losses: { label: exportNames.losses, file: "losses.csv", write: lossesCsv },
  data: { label: exportNames.data, file: "data.csv", write: dataCsv },
} satisfies Record<string, Export>;

/** The name of an export format. */
export type ExportName = keyof typeof exports;

/** The name of the file of an export: a function's file is called as the function is. */
export function exportFile(name: ExportName, experiment: Pick<Experiment, "dataset" | "network">): string {
  return exports[name].file.replace("probability", functionName(experiment));
}
