/** The default ε of the gradient check. */
export const DEFAULT_EPSILON = 1e-5;
