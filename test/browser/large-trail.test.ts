import { describe, expect, test } from 'vitest';
import { keepPicture, sceneOf } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';

const { openPage } = explorerForTheseTests({ seed: false, documents: [reviewOf(6, 8)] });

describe('A trail of a hundred nodes', () => {
  test('is drawn whole, and neither its cards nor its labels overlap', async () => {
    const page = await openPage('/?v=1&claim=c0');
    const { nodes } = await sceneOf(page);
    expect(nodes.length).toBeGreaterThan(100);
    const labels = nodes.flatMap((node) => node.labelBox ?? []);
    for (const boxes of [nodes.map((node) => node.box), labels]) {
      for (const [index, a] of boxes.entries()) {
        const over = boxes
          .slice(index + 1)
          .filter(
            (b) =>
              a.x < b.x + b.width &&
              b.x < a.x + a.width &&
              a.y < b.y + b.height &&
              b.y < a.y + a.height,
          );
        expect(over).toEqual([]);
      }
    }
    await keepPicture(page, 'large-trail');
    const canvas = await page.locator('.canvas').boundingBox();
    const root = nodes.find((node) => node.id === 'c0')?.box;
    expect(root?.width).toBeGreaterThan(100);
    expect(root?.x).toBeGreaterThan(canvas?.x ?? Infinity);
    await page.getByRole('button', { name: 'Fit' }).click();
    await keepPicture(page, 'large-trail-whole');
  });

  test('sums up a store that has no seed documents by what it holds', async () => {
    const page = await openPage();
    await page.getByText(/^\d+ claims, \d+ works and \d+ citations\.$/u).waitFor();
    expect(await page.getByRole('group', { name: /what they say/u }).count()).toBe(0);
  });
});

/** A review whose claim rests on reviews, each of which needs several studies at once. */
function reviewOf(reviews: number, studies: number): object {
  const names = Array.from({ length: reviews }, (_, review) => `r${review + 1}`);
  const primaries = names.map((name) =>
    Array.from({ length: studies }, (_, study) => `${name}-s${study + 1}`),
  );
  const claim = (id: string, study: string, lines: object[]): object => ({
    id,
    text: `What ${study} says of the matter, in a sentence of some length`,
    direction: 'positive',
    kind: 'finding',
    assertions: [{ id: `${id}-a`, study, role: 'asserts', line: 1 }],
    lines,
  });
  const item = (from: string, to: string): object => ({
    id: `${from}-${to}`,
    citation: `${from}>${to}`,
    for: `c-${to}`,
    line: 3,
  });
  const citation = (citing: string, cited: string): object => ({
    id: `${citing}>${cited}`,
    citing,
    cited,
    mentions: [{ at: 1, line: 3 }],
  });
  return {
    authors: [],
    studies: [
      ...['r0', ...names].map((id) => ({
        id,
        title: `Review ${id}`,
        type: 'review',
        evidence: 'secondary',
        contributors: [],
      })),
      ...primaries.flat().map((id) => ({
        id,
        title: `Study ${id}`,
        year: 2001,
        type: 'article',
        evidence: 'primary',
        contributors: [],
      })),
    ],
    studyRelations: [],
    citations: [
      ...names.map((name) => citation('r0', name)),
      ...names.flatMap((name, index) => (primaries[index] ?? []).map((id) => citation(name, id))),
    ],
    claims: [
      claim(
        'c0',
        'r0',
        names.map((name) => ({ stance: 'supports', items: [item('r0', name)] })),
      ),
      ...names.map((name, index) =>
        claim(`c-${name}`, name, [
          { stance: 'supports', items: (primaries[index] ?? []).map((id) => item(name, id)) },
        ]),
      ),
      ...primaries.flat().map((id) => claim(`c-${id}`, id, [])),
    ],
    relations: [],
    judgements: [],
  };
}
