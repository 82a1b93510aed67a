import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import type { StoreSettings } from './open-store.ts';

/** Tells one store from another. It is a hash, and no password goes into it. */
export function fingerprintOf({ data, neo4j }: StoreSettings): string {
  const named =
    neo4j === null
      ? ['embedded', realpathSync(data)]
      : ['neo4j', neo4j.uri.replace(/^([^/]*\/\/)[^/@]*@/, '$1'), neo4j.database ?? ''];
  return createHash('sha256').update(JSON.stringify(named)).digest('hex');
}
