/** The tools of the playground, with one file and one line each. */
import { activation } from "./activation/Activation.tsx";
import { audit } from "./audit/Audit.tsx";
import { beside } from "./beside/Beside.tsx";
import { bugBench } from "./bugs/Bugs.tsx";
import { chainRule } from "./chain/ChainRule.tsx";
import { gradientCheck } from "./check/GradientCheck.tsx";
import { makeExercise } from "./exercise/MakeExercise.tsx";
import { exporting } from "./export/Export.tsx";
import { fold } from "./fold/Fold.tsx";
import { health } from "./health/Health.tsx";
import { optimizerRace } from "./race/Race.tsx";
import { lossSurface } from "./surface/LossSurface.tsx";
import { sliders } from "./sliders/Sliders.tsx";
import { weights } from "./weights/Weights.tsx";
import { ownData } from "./own/OwnData.tsx";
import { ownCode } from "./code/OwnCode.tsx";
import { scenes } from "./scenes/Scenes.tsx";
import type { Panel } from "./panel.ts";
import type { PanelName } from "./placements.ts";

export const panels: Readonly<Record<PanelName, Panel>> = {
  gradientCheck,
  bugBench,
  chainRule,
  activation,
  weights,
  sliders,
  fold,
  lossSurface,
  optimizerRace,
  health,
  audit,
  beside,
  ownData,
  ownCode,
  makeExercise,
  exporting,
  scenes,
};
