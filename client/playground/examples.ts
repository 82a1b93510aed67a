/** Queries that the playground opens with, each a question that people ask of the graph. */
export const EXAMPLES: readonly string[] = [
  `# Where do the claims stand? Contested ones come first:
# grounded evidence stands against them.
# Press the play button, or Ctrl Enter.
query ContestedClaims {
  claims(first: 10, orderBy: CONTESTED) {
    totalCount
    nodes {
      id
      text
      standing
      reach {
        contested
      }
      assertions {
        role
        study {
          shortLabel
        }
        place {
          text
        }
      }
    }
  }
}
`,
  `# What does a claim stand on, all the way down?
# One field gives the whole trail as a flat graph: nodes,
# edges, and where each step stands in the text. Here of
# the claim that comes first; else ask claim(id: "…").
query TrailOfAClaim {
  claims(first: 1, orderBy: CONTESTED) {
    nodes {
      text
      standing
      trail(depth: 6) {
        nodes {
          kind
          shortLabel
          standing
          depth
        }
        edges {
          type
          stance
          source
          target
          locator
        }
      }
    }
  }
}
`,
  `# Who in here speaks of something? Full text over claims,
# studies and authors; a sentence does as well as a word.
query WhoSpeaksOf {
  search(text: "collaboration between schools raises attainment", first: 10) {
    totalCount
    edges {
      score
      node {
        __typename
        id
        ... on Claim {
          text
          standing
        }
        ... on Study {
          title
          year
        }
        ... on Author {
          name
        }
      }
    }
  }
}
`,
  `# Which studies have data of their own, and on what ground
# do we say so? A year that is null is not known.
query StudiesWithData {
  studies(first: 20, filter: { evidence: primary }, orderBy: YEAR) {
    totalCount
    nodes {
      shortLabel
      title
      year
      type
      evidenceGround
      citations(direction: IN, first: 5) {
        totalCount
        nodes {
          citing {
            shortLabel
          }
        }
      }
    }
  }
}
`,
  `# Which bodies of work do the citations make, and what does
# each carry? A higher resolution gives more and smaller
# clusters; another basis is CO_CITATION, or COUPLING.
query BodiesOfWork {
  citationClusters(basis: DIRECT, resolution: 1) {
    modularity
    clusterCount
    clusters(first: 8) {
      label
      size
      years {
        first
        last
        unknown
      }
      anchors {
        study {
          shortLabel
        }
        citationsInside
      }
      claims {
        asserted {
          count
          standings {
            grounded
          }
        }
      }
    }
    bridges(first: 3) {
      study {
        shortLabel
      }
      ties {
        cluster
        ties
      }
    }
  }
}
`,
  `# Does the evidence for a claim come from one body of work,
# or from several? And which studies does most here build on?
query WhereEvidenceComesFrom {
  claims(first: 5, orderBy: CONTESTED) {
    nodes {
      text
      originClusters {
        cluster {
          label
          size
        }
        studies(first: 5) {
          nodes {
            shortLabel
          }
        }
      }
    }
  }
  studies(first: 10, orderBy: PAGE_RANK) {
    nodes {
      shortLabel
      citationsIn
      pageRank
      mainPathStep
      age
    }
  }
}
`,
  `# What is in the store, how do its claims stand, and what
# do its documents say?
query WhatIsHere {
  statistics {
    studies
    authors
    citations
    mentions
    claims
    standings {
      grounded
      unresolved
      ungrounded
      unsupported
    }
    documents {
      study {
        shortLabel
      }
      claims
      directions {
        direction
        claims
      }
    }
  }
}
`,
];
