/** What a run can be exported as. A new export is a file and a line here; menus and the command line read it. */
import { dataCsv, lossesCsv } from "./csv.ts";
import { numpyForward, typescriptForward } from "./forward.ts";
import { notebook } from "./notebook.ts";
import { parametersJson, parametersNpz } from "./parameters.ts";
import { pytorchScript } from "./pytorch.ts";
import type { Trained } from "./trained.ts";

interface Export {
  readonly label: string;
  /** The name a file of it gets. */
  readonly file: string;
  readonly write: (trained: Trained) => string | Uint8Array;
}

/** Every form in which a run can be taken away, by its name. */
export const exports = {
  pytorch: { label: "PyTorch script", file: "neural-viz.py", write: pytorchScript },
  notebook: { label: "Notebook", file: "neural-viz.ipynb", write: notebook },
  json: { label: "Parameters (JSON)", file: "parameters.json", write: parametersJson },
  npz: { label: "Parameters (NumPy)", file: "parameters.npz", write: parametersNpz },
  typescript: { label: "TypeScript function", file: "probability.ts", write: typescriptForward },
  numpy: { label: "NumPy function", file: "probability.py", write: numpyForward },
  losses: { label: "Losses (CSV)", file: "losses.csv", write: lossesCsv },
  data: { label: "Data (CSV)", file: "data.csv", write: dataCsv },
} satisfies Record<string, Export>;

/** What a form of export is called. */
export type ExportName = keyof typeof exports;
