import { layOutFor } from '../graph/sizing.ts';
import { createMeasure } from '../graph/text.ts';
import type { Picture } from '../trail/picture.ts';
import { svgOf } from './svg.ts';
import type { Conditions } from './svg.ts';

/** The forms in which a picture is saved. */
export type Form = 'svg' | 'png';

/** A landscape sheet: cards as wide as they come, and their text whole. */
const SHEET = { width: 1600, height: 6000 };
/** PNG has as many pixels as a good print wants, unless the browser cannot draw as many. */
const SCALE = 2;
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 100_000_000;

/** What a saved picture shows. */
export interface PictureToSave {
  readonly picture: Picture;
  readonly revision: string;
  readonly conditions: Conditions;
}

/** Draws a picture for paper and hands it to the browser as a file. Raises where it cannot be drawn. */
export async function savePicture(
  { picture, revision, conditions }: PictureToSave,
  form: Form,
  now: Date,
): Promise<void> {
  const measure = createMeasure();
  const layout = layOutFor(picture, SHEET, measure);
  const date = now.toISOString().slice(0, 10);
  const svg = svgOf({ picture, layout, measure, date, revision, conditions });
  const file = form === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await drawnAsPng(svg);
  handOver(file, fileName(picture.root, date, form));
}

/** The file’s name: what it shows and when it was made. */
export function fileName(root: string, date: string, form: Form): string {
  const safe = root.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);
  return `underpin-${safe}-${date}.${form}`;
}

/** How large a picture of this size is drawn. */
export function scaleFor(width: number, height: number): number {
  return Math.min(
    SCALE,
    LONGEST_SIDE / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
}

async function drawnAsPng(svg: string): Promise<Blob> {
  const image = new Image();
  // The page’s policy allows images of its own data, and no blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = scaleFor(image.width, image.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture is too large for this browser.'));
      else resolve(blob);
    }, 'image/png');
  });
}

function handOver(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
