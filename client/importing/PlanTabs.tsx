import { useState } from 'react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { ToldImport } from '../api/import.ts';
import { ConflictRows } from './ConflictRows.tsx';
import type { ImportState } from './import-state.ts';
import { firstTab, planTabs, problemRows } from './plan-tabs.ts';
import type { PlanTab, TabId } from './plan-tabs.ts';
import { RecordRows } from './RecordRows.tsx';
import { number } from './words.ts';

/** A plan, by what becomes of its records. */
export function PlanTabs({
  state,
  report,
}: {
  readonly state: ImportState;
  readonly report: ToldImport;
}): ReactNode {
  const tabs = planTabs(report, state);
  const [chosen, setChosen] = useState<TabId | null>(null);
  const isNext = state.stage.is === 'planned';
  const selected = tabs.find(({ id }) => id === chosen) ?? firstTab(tabs, state);
  return (
    <Tabs
      className="plan-tabs"
      selectedKey={selected?.id ?? 'created'}
      onSelectionChange={(key) => setChosen(tabs.find(({ id }) => id === key)?.id ?? null)}
    >
      <TabList aria-label="What it would do" className="plan-tab-list">
        {tabs.map(({ id, title, count }) => (
          <Tab
            key={id}
            id={id}
            className="plan-tab"
            data-next={(isNext && id === selected?.id) || undefined}
          >
            {title} <span className="plan-tab-count">{number(count)}</span>
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="plan-panel">
          <p className="plan-meaning quiet">{tab.meaning}</p>
          <TabRows tab={tab} state={state} report={report} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function TabRows({
  tab: { id, title, count },
  state,
  report,
}: {
  readonly tab: PlanTab;
  readonly state: ImportState;
  readonly report: ToldImport;
}): ReactNode {
  if (id === 'conflicts') return <ConflictRows state={state} report={report} total={count} />;
  const rows = id === 'problems' ? problemRows(report) : report[id];
  return count === 0 ? null : <RecordRows label={title} rows={rows} total={count} />;
}
