import {
  useContext,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { ReactNode, Ref } from 'react';
import { Collection } from 'react-aria-components/Collection';
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { FindDocument } from '../api/operations.generated.ts';
import { contentStems, markMatches } from '../language/matching.ts';
import { singleKeysOn } from '../state/keys.ts';
import type { ViewStore } from '../state/view-store.ts';
import { actionGroups, findGroups, withRest } from './find-groups.ts';
import type { FindAction, FoundItem, FoundLimits } from './find-groups.ts';
import { StandingMark, StatusMark } from './Marks.tsx';
import { useOfferedActions } from './offered-actions.ts';
import { useAnswer } from './use-answer.ts';

const FIRST: FoundLimits = { claims: 8, studies: 8, authors: 8 };
const PAUSE = 180;

/** The search: a pasted sentence gives the claims nearest to it, studies and authors, and what the page can do. */
export function Find({
  store,
  actions: ofPage,
}: {
  readonly store: ViewStore;
  /** What can be done from everywhere on the page. */
  readonly actions: readonly FindAction[];
}): ReactNode {
  const [text, setText] = useState('');
  const [limits, setLimits] = useState(FIRST);
  const actions = [...useOfferedActions(text !== ''), ...ofPage];
  const asked = usePaused(text.trim());
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<Opener>(null);
  const answer = useAnswer(FindDocument, asked === '' ? null : { text: asked, ...limits });
  const shown = useDeferredValue(asked === '' ? null : answer.data);
  const stems = contentStems(asked);
  const groups = [
    ...actionGroups(actions, text),
    ...(shown === null ? [] : findGroups(shown, stems)),
  ];
  useFindKeys(input);

  const type = (typed: string): void => {
    setText(typed);
    if (typed !== text) setLimits(FIRST);
  };
  const choose = (id: string): void => {
    const item = groups.flatMap((group) => group.items).find((each) => each.id === id);
    if (item === undefined) return;
    type('');
    if (item.kind === 'action') {
      actions.find((action) => `action:${action.id}` === item.id)?.run();
    } else {
      store.dispatch(
        item.kind === 'claim' ? { type: 'open', claim: item.id } : { type: 'select', id: item.id },
      );
    }
  };

  /** The rest of a kind is wanted: what is found stays open, and grows. */
  const growBy = (id: string): void => {
    setLimits(withRest(limits, id));
    // What is chosen closes the list in this turn.
    setTimeout(() => opener.current?.open());
  };

  return (
    <ComboBox
      className="find"
      inputValue={text}
      onInputChange={type}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key !== null) choose(String(key));
      }}
      items={groups}
      defaultFilter={() => true}
      allowsEmptyCollection={text.trim() !== ''}
      allowsCustomValue
      menuTrigger="input"
    >
      <ListOpener ref={opener} />
      <Label className="aloud">Find a claim, a study, an author or an action</Label>
      <Input
        ref={input}
        className="find-input"
        placeholder="Paste a sentence or search…"
        autoComplete="off"
        spellCheck={false}
      />
      <kbd className="find-key" aria-hidden="true">
        Ctrl K
      </kbd>
      <Popover className="find-popover" offset={4} placement="bottom start">
        <ListBox
          className="find-list"
          items={groups}
          renderEmptyState={() => (
            <p className="find-empty">
              {emptyText(answer.error !== null, answer.waiting || asked !== text.trim())}
            </p>
          )}
        >
          {(group) => (
            <ListBoxSection id={group.id}>
              <Header className="find-header">{group.title}</Header>
              <Collection items={group.items}>
                {(item) => <FoundOption item={item} stems={stems} onRest={growBy} />}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function FoundOption({
  item,
  stems,
  onRest,
}: {
  readonly item: FoundItem;
  readonly stems: ReadonlySet<string>;
  readonly onRest: (id: string) => void;
}): ReactNode {
  if (item.kind === 'rest') {
    return (
      <ListBoxItem
        id={item.id}
        textValue={item.text}
        className="find-item find-rest"
        onAction={() => onRest(item.id)}
      >
        {item.text}
      </ListBoxItem>
    );
  }
  const struck = item.kind === 'study' && item.mark?.status === 'retracted';
  return (
    <ListBoxItem id={item.id} textValue={item.text} className="find-item" data-id={item.id}>
      {item.standing === null ? null : <StandingMark standing={item.standing} wordless />}
      <span className="find-text">
        <span className={struck ? 'struck' : undefined}>
          {markMatches(item.text, stems).map((stretch) =>
            stretch.matched ? <mark key={stretch.start}>{stretch.text}</mark> : stretch.text,
          )}
        </span>
        {item.detail === '' || item.kind === 'action' ? null : (
          <span className="quiet"> {item.detail}</span>
        )}
        {item.mark === null ? null : (
          <>
            {' '}
            <StatusMark status={item.mark.status} text={item.mark.text} />
          </>
        )}
      </span>
      {item.kind === 'action' && item.detail !== '' ? <kbd>{item.detail}</kbd> : null}
    </ListBoxItem>
  );
}

/** Opens the list from outside of it. */
interface Opener {
  readonly open: () => void;
}

/** Hands the list’s opener out: the items of the list do not know it. */
function ListOpener({ ref }: { readonly ref: Ref<Opener> }): ReactNode {
  const list = useContext(ComboBoxStateContext);
  useImperativeHandle(ref, () => ({ open: () => list?.open(null, 'manual') }), [list]);
  return null;
}

function emptyText(failed: boolean, waiting: boolean): string {
  if (failed) return 'The search got no answer. Try again.';
  return waiting ? 'Searching…' : 'Nothing here speaks of this.';
}

/** The text once typing has paused, so that not every letter asks the server. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), text === '' ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

function useFindKeys(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, dialog');
      const slash = event.key === '/' && !typing && singleKeysOn();
      const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!slash && !chord) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [input]);
}
