/** Brings an element into what its own scrolling part shows; the page itself stays where it is. */
export function scrollWithin(part: Element | null | undefined, element: Element | null): void {
  if (part === null || part === undefined || element === null) return;
  if (part.scrollHeight <= part.clientHeight) return;
  const frame = part.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const head = part.querySelector('thead, .pane-head')?.getBoundingClientRect().height ?? 0;
  if (box.top < frame.top + head) part.scrollTop -= frame.top + head - box.top;
  else if (box.bottom > frame.bottom) part.scrollTop += box.bottom - frame.bottom;
}
