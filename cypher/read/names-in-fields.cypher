// Which links and records name these nodes in a field alone: no relationship leads there.
// @access read
// @param ids: string[]
// @row id: string
// @row kind: string
// @row element: string
// @row owner: string
MATCH (c:Claim)-[r:RESTS_ON]->(:Entity)
WHERE r.via IN $ids OR r.`in` IN $ids OR r.`for` IN $ids
UNWIND [r.via, r.`in`, r.`for`] AS id
WITH c, r, id
WHERE id IN $ids
RETURN id, 'item' AS kind, r.key AS element, c.id AS owner
UNION ALL
MATCH (c:Claim)<-[r:ASSERTS]-(:Study)
WHERE r.via IN $ids OR r.`in` IN $ids
UNWIND [r.via, r.`in`] AS id
WITH c, r, id
WHERE id IN $ids
RETURN id, 'assertion' AS kind, r.key AS element, c.id AS owner
UNION ALL
MATCH (c:Citation)<-[r:MENTIONS]-(:Study)
WHERE r.via IN $ids OR r.`in` IN $ids
UNWIND [r.via, r.`in`] AS id
WITH c, r, id
WHERE id IN $ids
RETURN id, 'mention' AS kind, r.key AS element, c.id AS owner
UNION ALL
MATCH (a:Author)
WHERE a.successorOf IN $ids
RETURN a.successorOf AS id, 'author' AS kind, a.id AS element, a.id AS owner
UNION ALL
MATCH (j:Judgement)
WHERE j.target IN $ids
RETURN j.target AS id, 'judgement' AS kind, j.id AS element, j.id AS owner
