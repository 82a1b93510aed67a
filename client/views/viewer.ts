import { createContext, useContext } from 'react';
import type { Role } from '../api/operations.generated.ts';
import type { PageParts } from './parts.ts';

/** Who looks at the page, and what they may open on it. */
export interface Viewer {
  /** Null until it is known, when nothing is offered yet. */
  readonly role: Role | null;
  readonly name: string | null;
  readonly parts: PageParts | null;
}

/** Nobody yet. */
export const ViewerContext = createContext<Viewer>({ role: null, name: null, parts: null });

/** Who looks at the page. */
export function useViewer(): Viewer {
  return useContext(ViewerContext);
}

/** The revision that what is shown was read at; null where nothing is shown that could be changed. */
export const RevisionContext = createContext<string | null>(null);
