import type { ReactNode } from 'react';
import { NodeMadeFromDocument } from '../api/operations.generated.ts';
import { useAnswer } from '../views/use-answer.ts';

/** Which sources brought a thing, at which line, and for curators what stands there. */
export function MadeFrom({ id }: { readonly id: string }): ReactNode {
  const { data } = useAnswer(NodeMadeFromDocument, { id });
  const found = data?.node?.madeFrom ?? [];
  if (found.length === 0) return null;
  return (
    <ul className="made-from" aria-label="Made from">
      {found.map(({ source, line, text }) => (
        <li key={source.id}>
          From <cite>{source.name}</cite>
          {line === null ? '' : `, line ${line}`}
          {text === null ? null : (
            <details>
              <summary>What stands there</summary>
              <pre>{text}</pre>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
