/** Measures the width of a text that is set in a font. */
export type Measure = (text: string, font: string) => number;

/** The family of every text: the system’s own. */
export const FAMILY =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** A canvas font of the system's own family. */
export function fontOf(size: number, weight: 400 | 600 = 400): string {
  return `${weight} ${size}px ${FAMILY}`;
}

/** What can measure: a canvas of the page, or one that is on no page. */
type Context = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

/** Measures with a canvas, and remembers what it measured. */
export function createMeasure(
  context: Context | null = document.createElement('canvas').getContext('2d'),
): Measure {
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font}\n${text}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    if (context === null) return text.length * 7;
    context.font = font;
    const measured = context.measureText(text).width;
    if (known.size > 20_000) known.clear();
    known.set(key, measured);
    return measured;
  };
}

/** Breaks a text into at most so many lines; what does not fit ends in an ellipsis. */
export function wrap(
  text: string,
  font: string,
  width: number,
  most: number,
  measure: Measure,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer, font) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
    if (lines.length === most) break;
  }
  if (lines.length < most) {
    lines.push(line);
    line = '';
  }
  return lines.map((each, index) => {
    const cut = index === lines.length - 1 && line !== '';
    return cut
      ? ellipsis(`${each} ${line}`, font, width, measure)
      : ellipsis(each, font, width, measure);
  });
}

function ellipsis(text: string, font: string, width: number, measure: Measure): string {
  if (measure(text, font) <= width) return text;
  let length = text.length;
  while (length > 1 && measure(`${text.slice(0, length)}…`, font) > width) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
