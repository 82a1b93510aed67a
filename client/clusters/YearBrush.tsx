import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import type { YearsOfFragment } from '../api/operations.generated.ts';
import type { Years } from '../state/cluster-view.ts';
import { binsOf } from './years.ts';
import './cluster-tools.css';

/** When studies were published, and the years that count. */
export function YearBrush({
  published,
  years,
  onYears,
  onBrush,
}: {
  readonly published: YearsOfFragment;
  readonly years: Years | null;
  /** The years were chosen; null: all. */
  readonly onYears: (years: Years | null) => void;
  /** They are being chosen. */
  readonly onBrush: (years: Years | null) => void;
}): ReactNode {
  const [dragged, setDragged] = useState<Years | null>(null);
  const brush = useRef<HTMLDivElement>(null);
  const { first, last } = published;
  if (first === null || last === null || first === last) return null;
  const [from, to] = dragged ?? withinSpan(years ?? [first, last], first, last);
  const bins = binsOf(published);
  const most = Math.max(1, ...bins.map(({ studies }) => studies));
  const isAll = from === first && to === last;
  return (
    <div ref={brush} className="year-brush">
      <Slider
        className="years"
        minValue={first}
        maxValue={last}
        value={[from, to]}
        onChange={(value) => {
          const next = rangeOf(value);
          setDragged(next);
          onBrush(next);
        }}
        onChangeEnd={(value) => {
          setDragged(null);
          const next = rangeOf(value);
          onYears(next[0] === first && next[1] === last ? null : next);
        }}
      >
        <Label>Published</Label>
        <SliderTrack className="years-track">
          <svg
            className="histogram"
            viewBox={`0 0 ${bins.length} 1`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {bins.map((bin, index) => (
              <rect
                key={bin.from}
                className={bin.to >= from && bin.from <= to ? 'bin' : 'bin bin-out'}
                x={index + 0.08}
                width={0.84}
                y={1 - bin.studies / most}
                height={bin.studies / most}
              />
            ))}
          </svg>
          <SliderThumb className="thumb" index={0} aria-label="From year" />
          <SliderThumb className="thumb" index={1} aria-label="To year" />
        </SliderTrack>
      </Slider>
      {/* It keeps its room: what is dragged would else go on under the pointer. */}
      <Button
        className={isAll ? 'button small unseen' : 'button small'}
        onPress={() => {
          brush.current?.querySelector('input')?.focus();
          onYears(null);
        }}
      >
        All years
      </Button>
    </div>
  );
}

function rangeOf(value: number | number[]): Years {
  const [from = 0, to = from] = Array.isArray(value) ? value : [value];
  return [from, to];
}

function withinSpan([from, to]: Years, first: number, last: number): Years {
  return [Math.min(last, Math.max(first, from)), Math.max(first, Math.min(last, to))];
}
