import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeView, DIRECTIONS, encodeView } from '../../../client/state/address.ts';
import {
  EMPTY_VIEW,
  isNavigation,
  MARKS,
  NO_FILTER,
  NOTHING_SUPPOSED,
  STANCES,
  transition,
} from '../../../client/state/view.ts';
import { BASES, RESOLUTIONS } from '../../../client/state/cluster-view.ts';
import type { ClusterFrame } from '../../../client/state/cluster-view.ts';
import type { Action, View } from '../../../client/state/view.ts';
import { createViewStore } from '../../../client/state/view-store.ts';
import type { AddressBar } from '../../../client/state/view-store.ts';

const id = fc.string({ minLength: 1, unit: 'grapheme' });
const frames: fc.Arbitrary<ClusterFrame> = fc
  .record({
    basis: fc.constantFrom(...BASES),
    resolution: fc.constantFrom(...RESOLUTIONS),
    comparedBasis: fc.option(fc.constantFrom(...BASES)),
    years: fc.option(
      fc.tuple(fc.integer({ min: 0, max: 1999 }), fc.integer({ min: 2000, max: 9999 })),
    ),
    cluster: fc.option(id),
    opened: fc.boolean(),
    around: fc.option(id),
    carried: fc.option(fc.constantFrom('asserted' as const, 'rested' as const)),
  })
  .map((frame) => ({
    ...frame,
    comparedBasis: frame.comparedBasis === frame.basis ? null : frame.comparedBasis,
    opened: frame.cluster !== null && frame.opened,
    around: frame.cluster !== null && frame.opened ? frame.around : null,
    carried: frame.cluster === null ? null : frame.carried,
  }));
const views: fc.Arbitrary<View> = fc
  .tuple(
    frames,
    fc.record({
      way: fc.constantFrom('trail' as const, 'clusters' as const),
      claim: id,
      selection: id,
      list: fc.constantFrom('claims' as const, 'load-bearing' as const, 'next-to-check' as const),
      order: fc.constantFrom('contested' as const, 'depth' as const),
      direction: fc.option(fc.constantFrom(...DIRECTIONS)),
      standing: fc.option(fc.constantFrom('GROUNDED' as const, 'UNSUPPORTED' as const)),
      marks: fc.subarray([...MARKS]),
      also: fc.uniqueArray(id),
      expanded: fc.array(id),
      folded: fc.uniqueArray(id),
      stances: fc.subarray([...STANCES]),
      withdrawn: fc.uniqueArray(id),
      withoutRetracted: fc.boolean(),
      asOf: fc.option(fc.integer({ min: 0, max: 9999 })),
    }),
  )
  // Only where a cluster is chosen can it be that nothing else is.
  .chain(([frame, rest]) =>
    fc.boolean().map((isCluster) => ({
      ...frame,
      ...rest,
      selection: isCluster && frame.cluster !== null ? null : rest.selection,
    })),
  );

describe('The address of a view', () => {
  test('leads back to the view, whatever the ids are made of', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(decodeView(encodeView(view))).toEqual(view);
      }),
    );
  });

  test('is empty before anything was chosen', () => {
    expect(encodeView(EMPTY_VIEW)).toBe('');
    expect(decodeView('')).toEqual(EMPTY_VIEW);
  });

  test('carries its version, and another version is not guessed at', () => {
    expect(encodeView({ ...EMPTY_VIEW, claim: 'c1' })).toBe('?v=1&claim=c1');
    expect(decodeView('?v=2&claim=c1')).toEqual(EMPTY_VIEW);
  });

  test('never fails on what it cannot read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeView(`?v=1&${text}`)).not.toThrow();
      }),
    );
    const unread = 'direction=up&standing=HIGH&only=x.contested&list=x&order=x&year=soon&stances=x';
    expect(decodeView(`?v=1&claim=c1&${unread}&fold=&fold=a&fold=a`)).toEqual({
      ...EMPTY_VIEW,
      claim: 'c1',
      selection: 'c1',
      marks: ['contested'],
      folded: ['a'],
    });
  });
});

describe('A step from view to view', () => {
  const view: View = {
    ...EMPTY_VIEW,
    claim: 'c1',
    selection: 's1',
    folded: ['a'],
    expanded: ['b'],
  };

  test('opens a claim: it is chosen, and nothing of it is folded or expanded', () => {
    const opened = transition(view, { type: 'open', claim: 'c2' });
    expect(opened).toEqual({ ...EMPTY_VIEW, claim: 'c2', selection: 'c2' });
  });

  test('chooses a thing and leaves the trail as it is', () => {
    expect(transition(view, { type: 'select', id: 's2' })).toEqual({ ...view, selection: 's2' });
  });

  test('chooses things beside it, and the next of them where it is chosen no longer', () => {
    const three = (['s2', 's3'] as const).reduce<View>(
      (before, each) => transition(before, { type: 'add', id: each }),
      view,
    );
    expect(three).toEqual({ ...view, also: ['s2', 's3'] });
    expect(transition(three, { type: 'add', id: 's2' }).also).toEqual(['s3']);
    const rest = transition(three, { type: 'add', id: 's1' });
    expect(rest).toEqual({ ...view, selection: 's2', also: ['s3'] });
  });

  test('backs out to the one thing that is chosen, then to the claim of the trail', () => {
    const two = transition(view, { type: 'add', id: 's2' });
    expect(transition(two, { type: 'backOut' })).toEqual(view);
    expect(transition(view, { type: 'backOut' }).selection).toBe('c1');
  });

  test('asks for more around a thing, as often as it is asked, and takes all of it away again', () => {
    const folded = transition(view, { type: 'fold', key: 'b' });
    const more = transition(folded, { type: 'expand', id: 'b' });
    expect(more).toEqual({ ...view, expanded: ['b', 'b'] });
    expect(transition(more, { type: 'contract', id: 'b' }).expanded).toEqual([]);
    expect(transition(view, { type: 'unfold', key: 'a' }).folded).toEqual([]);
  });

  test('keeps what is supposed from claim to claim, until it is no longer', () => {
    const supposing = transition(view, { type: 'suppose', withdrawn: ['s1', 's1'], asOf: 2010 });
    const opened = transition(supposing, { type: 'open', claim: 'c2' });
    expect([opened.withdrawn, opened.asOf]).toEqual([['s1'], 2010]);
    expect(transition(supposing, { type: 'suppose', ...NOTHING_SUPPOSED })).toEqual(view);
  });

  test('narrows the list by one filter and leaves the others on', () => {
    const gaps = transition(view, { type: 'filter', direction: 'gap' });
    const marked = transition(gaps, { type: 'filter', marks: ['second-hand', 'contested'] });
    expect(marked).toEqual({ ...view, direction: 'gap', marks: ['contested', 'second-hand'] });
    expect(transition(marked, { type: 'filter', ...NO_FILTER })).toEqual(view);
  });

  test('does not choose an opening where the address names a claim', () => {
    expect(transition(view, { type: 'start', claim: 'c9' })).toBe(view);
    expect(transition(EMPTY_VIEW, { type: 'start', claim: 'c9' }).claim).toBe('c9');
  });

  test('that changes nothing gives the same view', () => {
    const still: Action[] = [
      { type: 'select', id: 's1' },
      { type: 'fold', key: 'a' },
      { type: 'unfold', key: 'x' },
      { type: 'contract', id: 'x' },
      { type: 'suppose', withdrawn: [] },
      { type: 'filter', direction: null, marks: [] },
      { type: 'order', order: 'contested' },
      { type: 'list', list: 'claims' },
    ];
    for (const action of still) expect(transition(view, action)).toBe(view);
  });
});

describe('A step among clusters', () => {
  const inside: View = {
    ...EMPTY_VIEW,
    way: 'clusters',
    claim: 'c1',
    selection: null,
    cluster: 'm1',
    opened: true,
  };

  test('chooses a cluster in the place of a thing, and closes what was opened of another', () => {
    const chosen = transition(
      { ...inside, selection: 's1' },
      { type: 'chooseCluster', cluster: 'a3' },
    );
    expect(chosen).toEqual({ ...inside, cluster: 'a3', opened: false });
    expect(transition(inside, { type: 'chooseCluster', cluster: 'm1' })).toBe(inside);
  });

  test('opens a cluster, then a work of it, and backs out level by level to the claim', () => {
    const around = transition(inside, { type: 'openWork', id: 's1' });
    expect(around).toEqual({ ...inside, around: 's1', selection: 's1' });
    const levels = [around];
    for (let view = around; levels.length < 9; levels.push(view)) {
      const next = transition(view, { type: 'backOut' });
      if (next === view) break;
      view = next;
    }
    expect(levels.slice(1)).toEqual([
      { ...inside, selection: 's1' },
      inside,
      { ...inside, opened: false },
      { ...inside, opened: false, cluster: null, selection: 'c1' },
    ]);
  });

  test('leaves the cluster chosen where its claims are traced', () => {
    const traced = transition(inside, { type: 'trace', claim: 'c2' });
    expect(traced).toMatchObject({ way: 'trail', claim: 'c2', selection: 'c2', cluster: 'm1' });
    const back = transition({ ...traced, selection: 's9' }, { type: 'backOut' });
    expect(back).toEqual(traced);
    const out = transition(transition(traced, { type: 'backOut' }), { type: 'backOut' });
    expect([out.cluster, out.selection]).toEqual([null, 'c2']);
  });

  test('never compares a basis with itself, and changes nothing where nothing is to change', () => {
    const compared = transition(inside, { type: 'look', comparedBasis: 'COUPLING' });
    expect(transition(compared, { type: 'look', basis: 'COUPLING' }).comparedBasis).toBeNull();
    expect(transition(inside, { type: 'look', resolution: 1, years: null })).toBe(inside);
    expect(transition(inside, { type: 'show', way: 'clusters' })).toBe(inside);
  });
});

describe('The history of the browser', () => {
  test('gets one entry for each navigation, and none for walking or folding', () => {
    const bar = new FakeAddressBar('');
    const store = createViewStore(bar);
    store.dispatch({ type: 'start', claim: 'c1' });
    store.dispatch({ type: 'walk', id: 's1' });
    store.dispatch({ type: 'walk', id: 's2' });
    store.dispatch({ type: 'fold', key: 'x' });
    expect(bar.entries).toEqual(['/?v=1&claim=c1&select=s2&fold=x']);
    store.dispatch({ type: 'open', claim: 'c2' });
    store.dispatch({ type: 'select', id: 's3' });
    expect(bar.entries.slice(1)).toEqual(['/?v=1&claim=c2', '/?v=1&claim=c2&select=s3']);
    bar.back();
    expect(store.read()).toEqual({ ...EMPTY_VIEW, claim: 'c2', selection: 'c2' });
    expect(isNavigation({ type: 'walk', id: 's1' })).toBe(false);
  });
});

/** As much of a browser's address bar as the view needs. */
class FakeAddressBar implements AddressBar {
  entries: string[];
  private listener: (() => void) | null = null;

  constructor(search: string) {
    this.entries = [`/${search}`];
  }

  get location(): Location {
    const { pathname, search } = new URL(this.entries.at(-1) ?? '/', 'http://underpin.test');
    return { pathname, search } as Location;
  }

  get history(): History {
    return {
      pushState: (_state: unknown, _title: string, address: string) => {
        this.entries.push(address);
      },
      replaceState: (_state: unknown, _title: string, address: string) => {
        this.entries[this.entries.length - 1] = address;
      },
    } as unknown as History;
  }

  addEventListener(_type: string, listener: unknown): void {
    this.listener = listener as () => void;
  }

  back(): void {
    this.entries.pop();
    this.listener?.();
  }
}
