import '../../../client/styles/base.css';
import '../../../client/styles/trail.css';
import { createDrawing } from '../../../client/graph/drawing.ts';
import type { Drawing } from '../../../client/graph/drawing.ts';
import type { Picture } from '../../../client/trail/picture.ts';

/** A picture as it goes from a test to the page: a list for the set. */
export type SentPicture = Omit<Picture, 'folded'> & { readonly folded: readonly string[] };

/** What a test can do with the page, and what the page has heard. */
export interface DrawingPage {
  readonly drawing: Drawing;
  readonly show: (picture: SentPicture) => void;
  readonly heard: (readonly unknown[])[];
}

declare global {
  interface Window {
    drawingPage?: DrawingPage;
  }
}

const container = document.querySelector<HTMLElement>('#drawing');
if (container !== null) {
  const heard: (readonly unknown[])[] = [];
  const drawing = createDrawing(container, {
    onChoose: (id, { add }) => heard.push(['choose', id, add]),
    onOpen: (id) => heard.push(['open', id]),
    onMenu: (id, at) => heard.push(['menu', id, at]),
    onToggle: (id) => heard.push(['toggle', id]),
    onPoint: () => undefined,
    onFailure: () => heard.push(['failure']),
  });
  new ResizeObserver(drawing.resize).observe(container);
  window.underpin = { scene: drawing.scene };
  window.drawingPage = {
    drawing,
    show: (picture) => drawing.show({ ...picture, folded: new Set(picture.folded) }),
    heard,
  };
}
