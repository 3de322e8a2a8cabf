export function Reference() {
  return undefined;
}
