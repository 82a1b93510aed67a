// Which claims a citation is for, so that a traversal can go on from it.
// @access write
// @param rows: { key: string, citation: string, claim: string }[]
// @row written: integer
UNWIND $rows AS row
MATCH (c:Citation {id: row.citation})
MATCH (claim:Claim {id: row.claim})
MERGE (c)-[r:FOR {key: row.key}]->(claim)
RETURN count(r) AS written
