/** One of several: what it stands for and what it is called. */
export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}
