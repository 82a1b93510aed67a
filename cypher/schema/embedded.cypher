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
CREATE CONSTRAINT change_number IF NOT EXISTS FOR (c:Change) REQUIRE c.number IS UNIQUE;
CREATE INDEX change_number_lookup IF NOT EXISTS FOR (c:Change) ON (c.number);
CREATE INDEX change_request_lookup IF NOT EXISTS FOR (c:Change) ON (c.request);
CREATE INDEX change_reverts_lookup IF NOT EXISTS FOR (c:Change) ON (c.reverts);
CREATE INDEX edit_change_lookup IF NOT EXISTS FOR (e:Edit) ON (e.change);
CREATE INDEX edit_owner_lookup IF NOT EXISTS FOR (e:Edit) ON (e.owner);
CREATE INDEX edit_other_lookup IF NOT EXISTS FOR (e:Edit) ON (e.other);
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (s:Source) REQUIRE s.id IS UNIQUE;
CREATE INDEX source_id_lookup IF NOT EXISTS FOR (s:Source) ON (s.id);
CREATE CONSTRAINT removed_key IF NOT EXISTS FOR (r:Removed) REQUIRE r.key IS UNIQUE;
CREATE INDEX removed_key_lookup IF NOT EXISTS FOR (r:Removed) ON (r.key);
CREATE INDEX removed_owner_lookup IF NOT EXISTS FOR (r:Removed) ON (r.owner);
CREATE CONSTRAINT ledger_id IF NOT EXISTS FOR (l:Ledger) REQUIRE l.id IS UNIQUE;
