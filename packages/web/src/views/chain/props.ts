/** Which gradient a part of the chain rule is about. */
export interface ChainProps {
  /** W.l.j.k or b.l.j. */
  name: string;
  /** From 1. */
  sample: number;
  t: number;
}
