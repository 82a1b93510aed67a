import type { ReactNode } from 'react';
import { Later } from './Later.tsx';
import { OpeningSection } from './OpeningSection.tsx';
import { useViewer } from './viewer.ts';

/** What was done to the thing that is chosen: asked when it is opened, and not before. */
export function HistorySection({ id }: { readonly id: string }): ReactNode {
  const { parts } = useViewer();
  if (parts === null) return null;
  return (
    <OpeningSection title="History" className="history">
      <Later load={parts.history} props={{ id }} />
    </OpeningSection>
  );
}
