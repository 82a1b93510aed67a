// Takes away that a citation is for a claim, where no item says so any longer.
// @access write
// @param citations: string[]
// @row deleted: integer
UNWIND $citations AS citation
MATCH (c:Citation {id: citation})-[r:FOR]->(relayed:Claim)
OPTIONAL MATCH (c)<-[item:RESTS_ON]-(:Claim)
WHERE item.`for` = relayed.id
WITH r, count(item) AS items
WHERE items = 0
DELETE r
RETURN count(*) AS deleted
