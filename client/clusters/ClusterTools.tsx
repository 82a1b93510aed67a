import { useState } from 'react';
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { BASES, RESOLUTIONS } from '../state/cluster-view.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import type { ClusteringAnswer } from './bubbles.ts';
import { BASIS_WORDS, clusterCountText, resolutionText } from './words.ts';
import './cluster-tools.css';

/** What ties two studies, and with what else that is compared. */
export function Bases({ store }: { readonly store: ViewStore }): ReactNode {
  const view = useView(store);
  return (
    <div className="cluster-tools">
      <RadioGroup
        className="bases"
        value={view.basis}
        onChange={(value) => {
          const basis = BASES.find((each) => each === value);
          if (basis !== undefined) store.dispatch({ type: 'look', basis });
        }}
      >
        <Label>Tied by</Label>
        {BASES.map((basis) => (
          <Radio key={basis} value={basis} className="basis">
            <span title={BASIS_WORDS[basis].meaning}>{BASIS_WORDS[basis].name}</span>
          </Radio>
        ))}
      </RadioGroup>
      <span className="compare">
        <span className="quiet" id="compare-label">
          Compare with
        </span>
        {BASES.filter((basis) => basis !== view.basis).map((basis) => (
          <ToggleButton
            key={basis}
            className="button small"
            aria-label={`Compare with ${BASIS_WORDS[basis].name.toLowerCase()}`}
            isSelected={view.comparedBasis === basis}
            onChange={(isWanted) =>
              store.dispatch({ type: 'look', comparedBasis: isWanted ? basis : null })
            }
          >
            {BASIS_WORDS[basis].name}
          </ToggleButton>
        ))}
      </span>
    </div>
  );
}

/** How fine clusters are. */
export function ResolutionSlider({
  store,
  answer,
}: {
  readonly store: ViewStore;
  /** The clustering that is seen; null before the first. */
  readonly answer: ClusteringAnswer | null;
}): ReactNode {
  const { resolution } = useView(store);
  const at = RESOLUTIONS.indexOf(resolution);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = RESOLUTIONS[dragged ?? at] ?? 1;
  const counted = answer !== null && answer.resolution === shown ? clusterCountText(answer) : null;
  return (
    <Slider
      className="resolution"
      minValue={0}
      maxValue={RESOLUTIONS.length - 1}
      value={dragged ?? at}
      onChange={(value) => setDragged(Number(value))}
      onChangeEnd={(value) => {
        setDragged(null);
        const next = RESOLUTIONS[Number(value)];
        if (next !== undefined) store.dispatch({ type: 'look', resolution: next });
      }}
    >
      <Label>Resolution</Label>
      <SliderTrack className="track">
        <SliderThumb className="thumb" aria-label="Resolution" />
      </SliderTrack>
      <SliderOutput className="resolution-output">
        {`${shown}, ${resolutionText(shown)}`}
        {counted === null ? null : (
          <>
            {' · '}
            <span className="whole">{counted}</span>
          </>
        )}
      </SliderOutput>
    </Slider>
  );
}
