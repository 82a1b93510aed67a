import type { Citation, Claim, EvidenceDocument } from '../../server/domain/document.generated.ts';
import { citation, claim, evidenceDocument, study } from './evidence.ts';

/** A claim that relays the claims of other documents, each through its citation. */
function relaying(
  id: string,
  citing: string,
  relayed: readonly (readonly [string, string])[],
): Claim {
  return claim(id, {
    assertions: [{ id: `${id}:says`, study: citing, role: 'asserts' }],
    lines: relayed.map(([cited, other]) => ({
      stance: 'supports' as const,
      items: [{ id: `${id}:on:${other}`, citation: `${citing}>${cited}`, for: other }],
    })),
  });
}

function documentOf(claims: readonly Claim[]): EvidenceDocument {
  const ids = new Set<string>();
  const citations = new Map<string, Citation>();
  for (const each of claims) {
    for (const { study: asserting } of each.assertions) ids.add(asserting);
    for (const { items } of each.lines)
      for (const { citation: pair } of items) {
        const [citing, cited] = (pair ?? '').split('>');
        if (citing === undefined || cited === undefined) continue;
        ids.add(citing).add(cited);
        citations.set(`${citing}>${cited}`, citation(citing, cited));
      }
  }
  return evidenceDocument({
    studies: [...ids].map((id) => study(id, { evidence: 'secondary' })),
    citations: [...citations.values()],
    claims: [...claims],
  });
}

/** `levels` forks that join again: 2^levels paths from `top0`, two citations a level. */
export function diamond(levels: number): EvidenceDocument {
  const claims: Claim[] = [];
  for (let level = 0; level < levels; level += 1) {
    const [top, left, right, next] = [
      `top${level}`,
      `left${level}`,
      `right${level}`,
      `top${level + 1}`,
    ];
    claims.push(
      relaying(top, `d-${top}`, [
        [`d-${left}`, left],
        [`d-${right}`, right],
      ]),
      relaying(left, `d-${left}`, [[`d-${next}`, next]]),
      relaying(right, `d-${right}`, [[`d-${next}`, next]]),
    );
  }
  claims.push(relaying(`top${levels}`, `d-top${levels}`, []));
  return documentOf(claims);
}

/** Claims `k0` … of which each relays every other. */
export function clique(size: number): EvidenceDocument {
  const names = Array.from({ length: size }, (_each, index) => `k${index}`);
  return documentOf(
    names.map((name) =>
      relaying(
        name,
        `d-${name}`,
        names.filter((other) => other !== name).map((other) => [`d-${other}`, other] as const),
      ),
    ),
  );
}

/** Claims `o0` … of which each relays the next, and the last the first. */
export function ring(size: number): EvidenceDocument {
  return documentOf(
    Array.from({ length: size }, (_each, index) => {
      const next = `o${(index + 1) % size}`;
      return relaying(`o${index}`, `d-o${index}`, [[`d-${next}`, next]]);
    }),
  );
}
