/**
 * The ten questions that a reader asks of the first corpus, each as a query that
 * answers it. Ids and years are written out, to be changed for a question of one's own.
 */
export const QUESTIONS: readonly string[] = [
  `# Where does it come from that there is no robust evidence
# for collaboration? From the post back to its source: who
# asserts it, who only reports it, and on which line.
query WhereItComesFrom {
  claim(id: "000-c06") {
    ...Said
    lines {
      items {
        ...Source
        for {
          ...Said
          lines {
            items {
              ...Source
              for {
                ...Said
              }
            }
          }
        }
      }
    }
  }
}

fragment Said on Claim {
  text
  standing
  assertions {
    role
    basis
    study {
      id
      shortLabel
    }
    place {
      text
    }
  }
}

fragment Source on EvidenceItem {
  place {
    text
  }
  target {
    ... on Citation {
      cited {
        title
      }
    }
  }
}
`,
  `# Which claims about attainment contradict others, and in
# which documents? Most contested first; among a claim’s
# relations look for CONTRADICTS. Try another topic.
query WhatContradicts {
  claims(first: 20, filter: { topic: "attainment" }, orderBy: CONTESTED) {
    nodes {
      id
      text
      reach {
        contested
      }
      relations {
        type
        note
        from {
          ...Side
        }
        to {
          ...Side
        }
      }
    }
  }
}

fragment Side on Claim {
  id
  text
  standing
  assertions {
    study {
      shortLabel
    }
    place {
      study {
        document
      }
      line
    }
  }
}
`,
  `# “Children at partnership schools achieve better results”:
# what does the minister’s answer of 2009 rest this on, and
# does any of it reach data? Look at evidence and standing.
query WhatTheAnswerRestsOn {
  claim(id: "004-c04") {
    text
    standing
    trail(depth: 6, stances: [supports]) {
      nodes {
        id
        kind
        label
        year
        evidence
        standing
        depth
      }
      edges {
        type
        source
        target
        locator
      }
    }
  }
}
`,
  `# The review says that a gain in secondary federations was
# found again in primary ones. If Muijs 2015 were withdrawn,
# what would be left of that?
query WithoutMuijs2015 {
  claim(id: "002-c542") {
    text
    trail(withdrawn: ["muijs-2015-improving-schools-collaboration"]) {
      nodes {
        id
        kind
        label
        withdrawn
        standingBefore
        standing
      }
      edges {
        type
        source
        target
        locator
        void
      }
    }
  }
}
`,
  `# “Children at partnership schools achieve better results”:
# what stood for it and against it at the end of 2012?
# What was published later counts as withdrawn.
query AsOf2012 {
  claim(id: "004-c03") {
    text
    trail(asOf: 2012) {
      nodes {
        id
        kind
        label
        year
        withdrawn
        standingBefore
        standing
      }
      edges {
        type
        source
        target
      }
    }
  }
}
`,
  `# Which works in the review’s bibliography does its text
# never cite? Those with entries and no mentions. For the
# next page, put the endCursor in the place of null.
query NeverCited {
  study(id: "d002-greatbatch-tate-review") {
    citations(direction: OUT, first: 100, after: null) {
      totalCount
      nodes {
        id
        cited {
          shortLabel
          title
        }
        entries {
          n
          line
        }
        mentions {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`,
  `# Greany and Higham 2018 is the work that the review cites
# most often. Where, and as what is it printed?
# An id is the citing work’s, “>”, and the cited work’s.
query CitedMostOften {
  citation(id: "d002-greatbatch-tate-review>greany-2018-hierarchy-markets-networks") {
    cited {
      title
    }
    entries {
      n
      line
    }
    mentions {
      at
      printed
      resolution
      note
      place {
        line
        pages
        section
      }
    }
  }
}
`,
  `# Do multi-academy trusts raise attainment? What the study
# that compares like with like found, by direction. Change
# the study, or leave it out to hear all of them.
query TrustsByDirection {
  positive: claims(
    first: 50
    filter: { study: "bernardinelli-2018-mats-pupil-outcomes", topic: "attainment", direction: positive }
  ) {
    ...Found
  }
  negative: claims(
    first: 50
    filter: { study: "bernardinelli-2018-mats-pupil-outcomes", topic: "attainment", direction: negative }
  ) {
    ...Found
  }
  none: claims(
    first: 50
    filter: { study: "bernardinelli-2018-mats-pupil-outcomes", topic: "attainment", direction: none }
  ) {
    ...Found
  }
  mixed: claims(
    first: 50
    filter: { study: "bernardinelli-2018-mats-pupil-outcomes", topic: "attainment", direction: mixed }
  ) {
    ...Found
  }
}

fragment Found on ClaimConnection {
  totalCount
  nodes {
    text
    standing
    assertions {
      study {
        id
      }
      place {
        line
        text
      }
    }
  }
}
`,
  `# What does the review by Atkinson and others of 2007 find?
# Nobody here has read it: each place is in the text through
# which we know it, here the minister’s answer.
query WhatAtkinsonFinds {
  study(id: "atkinson-2007-inter-school-collaboration") {
    title
    evidence
    evidenceGround
    note
    claims(first: 50) {
      totalCount
      nodes {
        text
        direction
        topics
        standing
        assertions {
          role
          study {
            id
          }
          place {
            line
            section
            text
          }
        }
      }
    }
  }
}
`,
  `# What do the readers under the post claim, and what do
# they rest it on: a source, another claim of theirs, or
# nothing but their word?
query WhatCommentsRestOn {
  study(id: "d000-schools-improvement-blog") {
    parts {
      id
      authors {
        name
        kind
      }
      claims(first: 30) {
        totalCount
        nodes {
          text
          kind
          standing
          lines {
            stance
            items {
              target {
                __typename
                ... on Citation {
                  cited {
                    id
                    shortLabel
                  }
                }
                ... on Claim {
                  text
                }
              }
              place {
                line
              }
            }
          }
        }
      }
    }
  }
}
`,
];
