import { memo } from 'react';
import type { ReactNode } from 'react';
import { STANDINGS } from '../language/words.ts';
import type { Way } from '../state/cluster-view.ts';
import { StandingMark } from './Marks.tsx';

const STANCES = ['supports', 'contradicts', 'qualifies', 'mentions', 'restates'] as const;

/** What the signs of a way of looking mean, in one line that is always there. */
export const Legend = memo(function Legend({ way }: { readonly way: Way }): ReactNode {
  return (
    <footer className="legend" aria-label="Legend">
      <span className="legend-group">
        <span className="quiet">A claim</span>
        {STANDINGS.map((standing) => (
          <StandingMark key={standing} standing={standing} />
        ))}
      </span>
      {way === 'trail' ? <TrailSigns /> : <ClusterSigns />}
    </footer>
  );
});

function ClusterSigns(): ReactNode {
  return (
    <span className="legend-group">
      <span className="quiet">A cluster</span>
      <span className="legend-stance">
        <span className="disc-sample" aria-hidden="true" />
        as large as it has studies
      </span>
      <span className="legend-stance">
        <svg className="stance-sample" viewBox="0 0 28 12" aria-hidden="true">
          <path className="flow-sample" d="M1 6h26" />
        </svg>
        citations between two
      </span>
      <span className="legend-stance">
        <svg className="bars-sample" viewBox="0 0 14 12" aria-hidden="true">
          <path d="M0 12V8h4v4M5 12V2h4v10M10 12V5h4v7" />
        </svg>
        its studies by year
      </span>
    </span>
  );
}

function TrailSigns(): ReactNode {
  return (
    <>
      <span className="legend-group">
        <span className="quiet">A line</span>
        {STANCES.map((stance) => (
          <span key={stance} className="legend-stance">
            <StanceSample stance={stance} />
            {stance}
          </span>
        ))}
      </span>
      <span className="legend-group">
        <span className="quiet">A study</span>
        <span className="legend-stance">
          <span className="band band-primary" aria-hidden="true" />
          has data
        </span>
        <span className="legend-stance">
          <span className="band band-secondary" aria-hidden="true" />
          relays
        </span>
        <span className="legend-stance">
          <span className="band band-opinion" aria-hidden="true" />
          argues
        </span>
        <span className="legend-stance">
          <span className="band band-unknown" aria-hidden="true">
            ?
          </span>
          not known
        </span>
      </span>
      <span className="legend-stance">
        <span className="bead-sample" aria-hidden="true" />
        citation
      </span>
    </>
  );
}

function StanceSample({ stance }: { readonly stance: (typeof STANCES)[number] }): ReactNode {
  return (
    <svg className={`stance-sample stance-${stance}`} viewBox="0 0 28 12" aria-hidden="true">
      <path className="stance-line" d="M1 6h20" />
      {stance === 'supports' ? <path className="stance-head-full" d="M20 2l7 4-7 4z" /> : null}
      {stance === 'contradicts' ? <path className="stance-head" d="M22 1v10" /> : null}
      {stance === 'restates' ? <path className="stance-head" d="M16 2l5 4-5 4" /> : null}
      {stance === 'qualifies' ? (
        <path className="stance-head" d="M19 6l4-3.5L27 6l-4 3.5z" />
      ) : null}
    </svg>
  );
}
