import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme, readTheme } from './state/theme.ts';
import { createViewStore } from './state/view-store.ts';
import { Explorer } from './views/Explorer.tsx';
import type { PageParts } from './views/parts.ts';
import './styles/base.css';
import './styles/page.css';
import './styles/find.css';
import './styles/menu.css';
import './styles/states.css';
import './styles/claims.css';
import './styles/trail.css';
import './styles/what-if.css';
import './styles/inspector.css';
import './styles/legend.css';
import './styles/sign-in.css';
import './styles/curation.css';
import './styles/notice.css';
import './styles/changes.css';

/** Fetched by those who open them: who only reads loads none of it. */
const parts: PageParts = {
  correction: () => import('./curation/Correction.tsx'),
  history: () => import('./curation/History.tsx'),
  changes: () => import('./curation/Changes.tsx'),
  importing: () => import('./importing/Import.tsx'),
  clusters: () => import('./clusters/Clusters.tsx'),
  inspectedCluster: () => import('./clusters/InspectedCluster.tsx'),
};

applyTheme(readTheme());
const container = document.getElementById('page');
if (container !== null) {
  createRoot(container).render(
    <StrictMode>
      <Explorer store={createViewStore(window)} parts={parts} />
    </StrictMode>,
  );
}
