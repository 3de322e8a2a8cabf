/** The keys of a presentation clicker, which goes forward and back. */
export type ClickerAction = "forward" | "back" | "home" | "blank" | "show";

/** A key press and where it happened. */
export interface Press {
  readonly key: string;
  /** With Ctrl, Alt or Meta it is a shortcut of the browser or the system. */
  readonly modified: boolean;
  /** In a field it types a letter or moves the cursor. */
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

/** What a key does; undefined if it isn't the clicker's. Function keys always belong to the browser. */
export function actionOf({ key, modified, typing }: Press, blank: boolean): ClickerAction | undefined {
  if (modified || /^F\d+$/.test(key)) return undefined;
  if (blank) return ["Shift", "Control", "Alt", "Meta"].includes(key) ? undefined : "show";
  return typing ? undefined : actions.get(key);
}

/** Goes one page forward (1) or back (−1), and returns whether it did. */
export type Turner = (by: 1 | -1) => boolean;

const turners: Turner[] = [];

/** Registers a turner. It comes before earlier ones, which get what it declines. */
export function onTurn(turner: Turner): () => void {
  turners.push(turner);
  return () => void turners.splice(turners.lastIndexOf(turner), 1);
}

/** Turns the page: asks the latest turner first. */
export function turn(by: 1 | -1): void {
  turners.findLast((turner) => turner(by));
}
