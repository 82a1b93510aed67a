import MiniSearch from 'minisearch';
import type { Run, SearchHits } from '../../cypher-engine.ts';
import { searchWords } from '../../statements.generated.ts';

interface Words {
  readonly id: string;
  readonly labels: readonly string[];
  readonly words: string;
}

const PAGE = 5000;

/**
 * Full-text search beside the embedded engine, which has none of its own: an
 * index in memory over the words of all nodes, made again when they changed.
 */
export class WordIndex {
  #revision: string | null = null;
  #index = emptyIndex();

  /** Reads the words anew where the store is at another revision. */
  async refresh(revision: string, read: Run): Promise<void> {
    if (revision === this.#revision) return;
    const index = emptyIndex();
    for (let after = ''; ;) {
      const page = await read(searchWords, { after, limit: PAGE });
      index.addAll(
        page.map(({ id, labels, words, aliases }) => ({
          id,
          labels,
          words: [words ?? '', ...(aliases ?? [])].join('\n'),
        })),
      );
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) break;
      after = last.id;
    }
    this.#index = index;
    this.#revision = revision;
  }

  search(text: string, labels: readonly string[], limit: number): SearchHits {
    const hits = this.#index
      .search(text, {
        prefix: (term) => term.length >= 3,
        filter: (result) => (result['labels'] as string[]).some((label) => labels.includes(label)),
      })
      .map(({ id, score }) => ({ id: String(id), score }))
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return { total: hits.length, hits: hits.slice(0, limit) };
  }
}

function emptyIndex(): MiniSearch<Words> {
  return new MiniSearch<Words>({
    fields: ['words'],
    storeFields: ['labels'],
    processTerm: (term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() || null,
  });
}
