import type { CitationStance } from '../../domain/document.generated.ts';

/** What a property of CiTO says: who cites whom, and in which sense. */
export interface CitoTerm {
  /** The property as the citing work has it; an inverse one names the same from the cited side. */
  readonly name: string;
  readonly isInverse: boolean;
  /** Whether the citing work takes the cited one as support; undefined where the property leaves it open. */
  readonly stance: CitationStance | undefined;
}

/**
 * The trap of CiTO: `supports`, `confirms` and `agreesWith` say that the *citing*
 * work lends its weight to the cited one, and not that it rests on it. So they have
 * no stance here; what the citing work rests on is what it obtains support from.
 */
const STANCES: ReadonlyMap<string, CitationStance> = new Map([
  ['obtainsSupportFrom', 'supports'],
  ['citesAsEvidence', 'supports'],
  ['citesAsAuthority', 'supports'],
  ['usesConclusionsFrom', 'supports'],
  ['disputes', 'disputes'],
  ['refutes', 'disputes'],
  ['disagreesWith', 'disputes'],
  ['critiques', 'disputes'],
  ['corrects', 'disputes'],
  ['derides', 'disputes'],
  ['ridicules', 'disputes'],
  ['retracts', 'disputes'],
  ['citesForInformation', 'neutral'],
  ['citesAsRelated', 'neutral'],
  ['citesAsRecommendedReading', 'neutral'],
  ['obtainsBackgroundFrom', 'neutral'],
]);

/** The other properties by which a work cites, of no stance. */
const PLAIN = [
  'agreesWith',
  'cites',
  'citesAsDataSource',
  'citesAsMetadataDocument',
  'citesAsPotentialSolution',
  'citesAsSourceDocument',
  'compiles',
  'confirms',
  'containsAssertionFrom',
  'credits',
  'describes',
  'discusses',
  'documents',
  'extends',
  'includesExcerptFrom',
  'includesQuotationFrom',
  'linksTo',
  'parodies',
  'plagiarizes',
  'qualifies',
  'repliesTo',
  'reviews',
  'speculatesOn',
  'supports',
  'updates',
  'usesDataFrom',
  'usesMethodIn',
];

/** Inverse properties that are not the passive of another. */
const INVERSES: ReadonlyMap<string, string> = new Map([
  ['givesBackgroundTo', 'obtainsBackgroundFrom'],
  ['givesSupportTo', 'obtainsSupportFrom'],
  ['hasReplyFrom', 'repliesTo'],
  ['providesAssertionFor', 'containsAssertionFrom'],
  ['providesConclusionsFor', 'usesConclusionsFrom'],
  ['providesDataFor', 'usesDataFrom'],
  ['providesExcerptFor', 'includesExcerptFrom'],
  ['providesMethodFor', 'usesMethodIn'],
  ['providesQuotationFor', 'includesQuotationFrom'],
  ['isAgreedWithBy', 'agreesWith'],
  ['isCitedBy', 'cites'],
  ['isCitedAsAuthorityBy', 'citesAsAuthority'],
  ['isCitedAsDataSourceBy', 'citesAsDataSource'],
  ['isCitedAsEvidenceBy', 'citesAsEvidence'],
  ['isCitedAsMetadataDocumentBy', 'citesAsMetadataDocument'],
  // The ontology itself spells it so.
  ['isCitedAsPontentialSolutionBy', 'citesAsPotentialSolution'],
  ['isCitedAsRecommendedReadingBy', 'citesAsRecommendedReading'],
  ['isCitedAsRelatedBy', 'citesAsRelated'],
  ['isCitedAsSourceDocumentBy', 'citesAsSourceDocument'],
  ['isCitedForInformationBy', 'citesForInformation'],
  ['isCompiledBy', 'compiles'],
  ['isConfirmedBy', 'confirms'],
  ['isCorrectedBy', 'corrects'],
  ['isCreditedBy', 'credits'],
  ['isCritiquedBy', 'critiques'],
  ['isDeridedBy', 'derides'],
  ['isDescribedBy', 'describes'],
  ['isDisagreedWithBy', 'disagreesWith'],
  ['isDiscussedBy', 'discusses'],
  ['isDisputedBy', 'disputes'],
  ['isDocumentedBy', 'documents'],
  ['isExtendedBy', 'extends'],
  ['isLinkedToBy', 'linksTo'],
  ['isParodiedBy', 'parodies'],
  ['isPlagiarizedBy', 'plagiarizes'],
  ['isQualifiedBy', 'qualifies'],
  ['isRefutedBy', 'refutes'],
  ['isRetractedBy', 'retracts'],
  ['isReviewedBy', 'reviews'],
  ['isRidiculedBy', 'ridicules'],
  ['isSpeculatedOnBy', 'speculatesOn'],
  ['isSupportedBy', 'supports'],
  ['isUpdatedBy', 'updates'],
]);

const CITO = 'http://purl.org/spar/cito/';

const TERMS: ReadonlyMap<string, CitoTerm> = new Map(
  [...[...STANCES.keys(), ...PLAIN].map((name) => [name, name] as const), ...INVERSES].map(
    ([property, name]) => [
      `${CITO}${property}`,
      { name, isInverse: property !== name, stance: STANCES.get(name) },
    ],
  ),
);

export function citoTerm(property: string): CitoTerm | undefined {
  return TERMS.get(property);
}
