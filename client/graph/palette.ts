const TOKENS = [
  'paper',
  'card',
  'ink',
  'quiet',
  'line',
  'focus',
  'grounded',
  'unresolved',
  'ungrounded',
  'retracted',
  'supports',
  'contradicts',
  'qualifies',
  'mentions',
] as const;

type Token = (typeof TOKENS)[number];

/** The colours of the page, as the canvas can use them. */
export type Palette = Readonly<Record<Token, string>>;

/**
 * Reads the page's colours as they are now: light or dark, or the system's own
 * where a person forces them. A probe resolves names that a canvas cannot.
 */
export function readPalette(near: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  near.append(probe);
  const entries = TOKENS.map((token) => {
    probe.style.color = `var(--${token})`;
    return [token, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(entries) as Record<Token, string>;
}
