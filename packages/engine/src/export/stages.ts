/** The stages of an update that a worksheet may leave blank. */
import { stageTitles } from "#text/stages";

/** The stages of an update, in their order. */
export const stages = stageTitles;

/** What a stage of the worksheet is called. */
export type WorksheetStage = keyof typeof stages;
