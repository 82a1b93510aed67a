import type { CypherEngine } from '../../server/store/cypher-engine.ts';

/** The engine, and how often it was asked. */
export function counted(engine: CypherEngine): { engine: CypherEngine; trips: () => number } {
  let trips = 0;
  return {
    trips: () => trips,
    engine: {
      name: engine.name,
      read: (statement, parameters) => {
        trips += 1;
        return engine.read(statement, parameters);
      },
      write: (work) => engine.write(work),
      bootstrap: () => engine.bootstrap(),
      search: (text, labels, limit) => engine.search(text, labels, limit),
      revision: () => {
        trips += 1;
        return engine.revision();
      },
      close: () => engine.close(),
    },
  };
}
