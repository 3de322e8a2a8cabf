/** The page's own script as a file that a worker can start from, where the whole page is one file. */

const element = "document" in globalThis ? document.currentScript : null;
let address: string | undefined;

/** The address of a copy of this script. */
export function ownScript(): string {
  address ??= URL.createObjectURL(new Blob([element?.textContent ?? ""], { type: "text/javascript" }));
  return address;
}
