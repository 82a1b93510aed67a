import type { Page } from 'playwright-core';

/** A part of the page in shades of grey, from 0 to 1, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly shades: readonly number[];
}

/** Looks at a part of the page as one who sees no colours. */
export async function greyOf(
  page: Page,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<Grey> {
  const clip = {
    x: Math.round(box.x) - 2,
    y: Math.round(box.y) - 2,
    width: Math.round(box.width) + 4,
    height: Math.round(box.height) + 4,
  };
  const image = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(
      await (await fetch(`data:image/png;base64,${data}`)).blob(),
    );
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('There is no canvas.');
    context.drawImage(bitmap, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const shades: number[] = [];
    for (let at = 0; at < bytes.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = bytes.subarray(at, at + 3);
      shades.push((0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255);
    }
    return { width: bitmap.width, height: bitmap.height, shades };
  }, image);
}

/** The share of pixels that are plainly lighter or darker in one than in the other. */
export function unlikeness(a: Grey, b: Grey): number {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  let unlike = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const difference = (a.shades[y * a.width + x] ?? 0) - (b.shades[y * b.width + x] ?? 0);
      if (Math.abs(difference) > 0.25) unlike += 1;
    }
  return unlike / (width * height);
}
