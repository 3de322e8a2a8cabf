/** The keys of a clicker, with which a lecturer goes forward and back from afar. */
export type ClickerAction = "forward" | "back" | "home" | "blank" | "show";

/** A key that was pressed, and where. */
export interface Press {
  readonly key: string;
  /** With Ctrl, Alt or Meta held it is somebody else's. */
  readonly modified: boolean;
  /** Within a field it is a letter or a movement in a text. */
  readonly typing: boolean;
}

const actions: ReadonlyMap<string, ClickerAction> = new Map([
  ["PageDown", "forward"],
  ["PageUp", "back"],
  ["Home", "home"],
  [".", "blank"],
  ["b", "blank"],
  ["B", "blank"],
]);

/** What a key is to do; undefined for what is not the clicker's. Function keys are always the browser's. */
export function actionOf({ key, modified, typing }: Press, blank: boolean): ClickerAction | undefined {
  if (modified || /^F\d+$/.test(key)) return undefined;
  if (blank) return ["Shift", "Control", "Alt", "Meta"].includes(key) ? undefined : "show";
  return typing ? undefined : actions.get(key);
}

/** Goes one on (1) or one back (−1) and says whether it did. */
export type Turner = (by: 1 | -1) => boolean;

const turners: Turner[] = [];

/** From now on pages are turned by this one, unless it leaves it to those that were there before. */
export function onTurn(turner: Turner): () => void {
  turners.push(turner);
  return () => void turners.splice(turners.lastIndexOf(turner), 1);
}

/** Turns the page: the last that came is asked first. */
export function turn(by: 1 | -1): void {
  turners.findLast((turner) => turner(by));
}
