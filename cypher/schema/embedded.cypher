// What the embedded engine has to know once. A uniqueness constraint builds no
// index there, so each label has one beside it. It has no word index and no
// constraint on relationships.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_id_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id);
CREATE INDEX author_id_lookup IF NOT EXISTS FOR (n:Author) ON (n.id);
CREATE INDEX study_id_lookup IF NOT EXISTS FOR (n:Study) ON (n.id);
CREATE INDEX citation_id_lookup IF NOT EXISTS FOR (n:Citation) ON (n.id);
CREATE INDEX claim_id_lookup IF NOT EXISTS FOR (n:Claim) ON (n.id);
CREATE INDEX judgement_id_lookup IF NOT EXISTS FOR (n:Judgement) ON (n.id);
