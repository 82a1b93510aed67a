/** In citations: deep enough for any chain that a person would follow by eye. */
export const TRAIL_DEPTH = 6;
