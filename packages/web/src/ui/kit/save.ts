/** Time for the browser to take what it is handed, in milliseconds. */
const TAKEN = 10_000;

/** Hands the person a file; whether the browser let the page do that. Its name is made safe for every system. */
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
