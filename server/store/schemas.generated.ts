// Generated from cypher/schema by `npm run generate`: do not edit.

export const embeddedSchema: readonly string[] = [
  "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
  "CREATE INDEX entity_id_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id)",
  "CREATE INDEX author_id_lookup IF NOT EXISTS FOR (n:Author) ON (n.id)",
  "CREATE INDEX study_id_lookup IF NOT EXISTS FOR (n:Study) ON (n.id)",
  "CREATE INDEX citation_id_lookup IF NOT EXISTS FOR (n:Citation) ON (n.id)",
  "CREATE INDEX claim_id_lookup IF NOT EXISTS FOR (n:Claim) ON (n.id)",
  "CREATE INDEX judgement_id_lookup IF NOT EXISTS FOR (n:Judgement) ON (n.id)"
];

export const neo4jSchema: readonly string[] = [
  "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT author_id IF NOT EXISTS FOR (n:Author) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT study_id IF NOT EXISTS FOR (n:Study) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT citation_id IF NOT EXISTS FOR (n:Citation) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT authored_key IF NOT EXISTS FOR ()-[r:AUTHORED]-() REQUIRE r.key IS UNIQUE",
  "CREATE CONSTRAINT mentions_key IF NOT EXISTS FOR ()-[r:MENTIONS]-() REQUIRE r.key IS UNIQUE",
  "CREATE CONSTRAINT asserts_key IF NOT EXISTS FOR ()-[r:ASSERTS]-() REQUIRE r.key IS UNIQUE",
  "CREATE CONSTRAINT rests_on_key IF NOT EXISTS FOR ()-[r:RESTS_ON]-() REQUIRE r.key IS UNIQUE",
  "CREATE CONSTRAINT contradicts_key IF NOT EXISTS FOR ()-[r:CONTRADICTS]-() REQUIRE r.key IS UNIQUE",
  "CREATE CONSTRAINT qualifies_key IF NOT EXISTS FOR ()-[r:QUALIFIES]-() REQUIRE r.key IS UNIQUE",
  "CREATE CONSTRAINT supports_key IF NOT EXISTS FOR ()-[r:SUPPORTS]-() REQUIRE r.key IS UNIQUE",
  "CREATE CONSTRAINT restates_key IF NOT EXISTS FOR ()-[r:RESTATES]-() REQUIRE r.key IS UNIQUE",
  "CREATE FULLTEXT INDEX entity_words IF NOT EXISTS FOR (n:Claim|Study|Author)\nON EACH [n.text, n.title, n.label, n.name, n.aliases]\nOPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } }",
  "CALL db.awaitIndexes(30)"
];
