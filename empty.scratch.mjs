import neo4j from 'neo4j-driver';
const d = neo4j.driver(process.argv[2]);
await d.executeQuery('MATCH (n) DETACH DELETE n');
await d.close();
