/** The browser of this machine that the browser leg drives; null where there is none. */
export function findChromium(): string | null;
