import { memo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { OverviewQuery } from '../api/operations.generated.ts';
import { applyTheme, nextTheme, readTheme } from '../state/theme.ts';
import type { Theme } from '../state/theme.ts';
import { useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Find } from './Find.tsx';
import { pageActions } from './page-actions.ts';
import { useViewer } from './viewer.ts';
import { ViewLink } from './ViewLink.tsx';
import { PAGES, WAYS } from './ways.ts';
import { ChangesButton } from './ChangesButton.tsx';
import { ImportDoor } from './ImportDoor.tsx';
import type { ImportOpened } from './ImportDoor.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import { WhoAsks } from './WhoAsks.tsx';

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  auto: 'Auto',
  light: 'Light',
  dark: 'Dark',
};

/** The name, the search, the ways in, who asks, and the theme. */
export const TopBar = memo(function TopBar({
  store,
  viewer,
  onHelp,
}: {
  readonly store: ViewStore;
  /** Who asks; null until that is known. */
  readonly viewer: OverviewQuery['viewer'] | null;
  readonly onHelp: () => void;
}): ReactNode {
  const open = useViewPart(store, (view) => view.way);
  const { parts } = useViewer();
  const [theme, setTheme] = useState(readTheme);
  const onTheme = (): void => {
    const next = nextTheme(theme);
    applyTheme(next);
    setTheme(next);
  };
  const [importing, setImporting] = useState<ImportOpened>(null);
  const onImport = (): void => setImporting({ brought: null });
  return (
    <header className="top">
      <a className="name" href="/">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M16 5v11M6 16h20M10 21.5h12M14 27h4" />
        </svg>
        Underpin
      </a>
      <Find store={store} actions={pageActions({ store, onTheme, onHelp, onImport })} />
      <nav
        className="ways"
        aria-label="Ways in"
        // Who comes near is about to open it.
        onPointerEnter={() => void parts?.clusters().catch(() => undefined)}
      >
        {WAYS.map(({ way, name }) => (
          <ViewLink key={way} store={store} action={{ type: 'show', way }} current={way === open}>
            {name}
          </ViewLink>
        ))}
        {PAGES.map(({ name, href }) => (
          <a key={href} href={href}>
            {name}
          </a>
        ))}
      </nav>
      {viewer === null ? null : <WhoAsks viewer={viewer} />}
      <div className="top-tools">
        <UndoButtons />
        <ImportDoor opened={importing} onOpen={setImporting} />
        <ChangesButton />
        <Button
          className="button small"
          onPress={onTheme}
          aria-label={`Theme: ${THEME_WORDS[theme]}`}
        >
          {THEME_WORDS[theme]}
        </Button>
        <Button className="button small" onPress={onHelp} aria-label="Keys and help">
          ?
        </Button>
      </div>
    </header>
  );
});
