// What Neo4j has to know once: identities, keys, and words to search. A word index
// answers only once it is filled, so the last statement waits for it.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT author_id IF NOT EXISTS FOR (n:Author) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT study_id IF NOT EXISTS FOR (n:Study) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT citation_id IF NOT EXISTS FOR (n:Citation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT authored_key IF NOT EXISTS FOR ()-[r:AUTHORED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT mentions_key IF NOT EXISTS FOR ()-[r:MENTIONS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT asserts_key IF NOT EXISTS FOR ()-[r:ASSERTS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT rests_on_key IF NOT EXISTS FOR ()-[r:RESTS_ON]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT contradicts_key IF NOT EXISTS FOR ()-[r:CONTRADICTS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT qualifies_key IF NOT EXISTS FOR ()-[r:QUALIFIES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT supports_key IF NOT EXISTS FOR ()-[r:SUPPORTS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT restates_key IF NOT EXISTS FOR ()-[r:RESTATES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT related_key IF NOT EXISTS FOR ()-[r:RELATED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT change_number IF NOT EXISTS FOR (c:Change) REQUIRE c.number IS UNIQUE;
CREATE INDEX change_request IF NOT EXISTS FOR (c:Change) ON (c.request);
CREATE INDEX change_reverts IF NOT EXISTS FOR (c:Change) ON (c.reverts);
CREATE INDEX edit_change IF NOT EXISTS FOR (e:Edit) ON (e.change);
CREATE INDEX edit_owner IF NOT EXISTS FOR (e:Edit) ON (e.owner);
CREATE INDEX edit_other IF NOT EXISTS FOR (e:Edit) ON (e.other);
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (s:Source) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT removed_key IF NOT EXISTS FOR (r:Removed) REQUIRE r.key IS UNIQUE;
CREATE INDEX removed_owner IF NOT EXISTS FOR (r:Removed) ON (r.owner);
CREATE CONSTRAINT ledger_id IF NOT EXISTS FOR (l:Ledger) REQUIRE l.id IS UNIQUE;
CREATE FULLTEXT INDEX entity_words IF NOT EXISTS FOR (n:Claim|Study|Author)
ON EACH [n.text, n.title, n.label, n.name, n.aliases]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };
CALL db.awaitIndexes(30);
