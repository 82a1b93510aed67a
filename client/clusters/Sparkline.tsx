import type { ReactNode } from 'react';
import type { YearsOfFragment } from '../api/operations.generated.ts';
import { binsOf } from './years.ts';
import './sparkline.css';

/** How many studies are of each year, as bars. */
export function Sparkline({ years }: { readonly years: YearsOfFragment }): ReactNode {
  const bins = binsOf(years);
  const most = Math.max(1, ...bins.map(({ studies }) => studies));
  if (bins.length < 2) return null;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${bins.length} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bins.map(({ from, studies }, index) => (
        <rect
          key={from}
          x={index + 0.1}
          width={0.8}
          y={1 - studies / most}
          height={studies / most}
        />
      ))}
    </svg>
  );
}
