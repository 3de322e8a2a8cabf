/** ε of the gradient check when none is chosen. */
export const DEFAULT_EPSILON = 1e-5;
