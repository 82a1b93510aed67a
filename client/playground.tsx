import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { EXAMPLES } from './playground/examples.ts';
import { QUESTIONS } from './playground/questions.ts';
import { readTheme } from './state/theme.ts';
import './styles/playground.css';

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const theme = readTheme();
const container = document.getElementById('playground');
if (container !== null) {
  createRoot(container).render(
    <StrictMode>
      <GraphiQL
        fetcher={fetcher}
        defaultTabs={[...EXAMPLES, ...QUESTIONS].map((query) => ({ query }))}
        defaultTheme={theme === 'auto' ? null : theme}
        defaultEditorToolsVisibility={false}
      >
        <GraphiQL.Logo>
          <a className="way-back" href="/">
            Underpin
          </a>
        </GraphiQL.Logo>
      </GraphiQL>
    </StrictMode>,
  );
}
