/** How long the browser may take to read the file, in milliseconds. */
const TAKEN = 10_000;

/** Saves a file for the person, and returns whether the browser allowed it. The name is made safe for every system. */
export function saved(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): boolean {
  try {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name.replaceAll(/[^\w.-]+/g, "-");
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), TAKEN);
    return true;
  } catch {
    return false;
  }
}
