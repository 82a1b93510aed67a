/**
 * The keys of links that have no id in the interchange document: computed, never
 * null, unique in the store. They are the links' only merge key and public id.
 */
export const linkKeys = {
  contribution: (study: string, author: string, role: string): string =>
    `${study}<${author}:${role}`,
  studyRelation: (from: string, kind: string, to: string): string => `${from}~${kind}~${to}`,
  mention: (citation: string, at: number): string => `${citation}@${at}`,
  relayedClaim: (citation: string, claim: string): string => `${citation}~for~${claim}`,
};
