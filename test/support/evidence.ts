import type {
  Citation,
  Claim,
  EvidenceDocument,
  Study,
} from '../../server/domain/document.generated.ts';

/** An interchange document of which only some parts are given. */
export function evidenceDocument(parts: Partial<EvidenceDocument>): EvidenceDocument {
  return {
    authors: [],
    studies: [],
    studyRelations: [],
    citations: [],
    claims: [],
    relations: [],
    judgements: [],
    ...parts,
  };
}

/** A study with nothing remarkable about it. */
export function study(id: string, rest: Partial<Study> = {}): Study {
  return {
    id,
    title: `Study ${id}`,
    type: 'article',
    evidence: 'primary',
    contributors: [],
    ...rest,
  };
}

/** A citation without a place. */
export function citation(citing: string, cited: string): Citation {
  return { id: `${citing}>${cited}`, citing, cited, mentions: [] };
}

/** A claim that nobody makes and that rests on nothing, unless the rest says more. */
export function claim(id: string, rest: Partial<Claim> = {}): Claim {
  return {
    id,
    text: `Claim ${id}`,
    direction: 'positive',
    kind: 'finding',
    assertions: [],
    lines: [],
    ...rest,
  };
}
