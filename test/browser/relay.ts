/** The chain by which one document of the seed corpus relays another's claim. */
export interface Relay {
  readonly claims: readonly string[];
  readonly citations: readonly string[];
}

const QUERY = `query Relay($id: ID!) {
  claim(id: $id) {
    lines { items { target { __typename id } for { id } } }
  }
}`;

const FIND = `query Find($text: String!) {
  search(text: $text, kinds: [CLAIM], first: 20) {
    edges { node { ... on Claim { id assertions { study { type } } } } }
  }
}`;

interface FoundClaim {
  readonly id: string;
  readonly assertions: readonly { readonly study: { readonly type: string } }[];
}

interface ClaimLines {
  readonly lines: readonly {
    readonly items: readonly {
      readonly target: { id: string };
      readonly for: { id: string } | null;
    }[];
  }[];
}

/** Finds the claim of a blog post that comes nearest to a sentence, and whom it relays, link by link. */
export async function findRelay(address: string, text: string): Promise<Relay> {
  const found = await ask<{ search: { edges: { node: FoundClaim }[] } }>(address, FIND, { text });
  const first = found.search.edges
    .map(({ node }) => node)
    .find(({ assertions }) => assertions.some(({ study }) => study.type === 'blog'));
  if (first === undefined) throw new Error(`No blog post says that ${text}.`);
  const claims = [first.id];
  const citations: string[] = [];
  for (;;) {
    const id = claims.at(-1);
    const { claim } = await ask<{ claim: ClaimLines }>(address, QUERY, { id });
    const item = claim.lines[0]?.items[0];
    if (item?.for === null || item?.for === undefined) return { claims, citations };
    citations.push(item.target.id);
    claims.push(item.for.id);
  }
}

async function ask<Result>(address: string, query: string, variables: object): Promise<Result> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data: Result };
  return data;
}
