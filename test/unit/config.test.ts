import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { luceneQuery } from '../../server/store/engines/neo4j/lucene-query.ts';

describe('the environment', () => {
  test('may say nothing', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      data: './data',
      seed: true,
      token: null,
      origin: null,
      neo4j: null,
    });
  });

  test('names the curator’s token and the public address, without what stands around them', () => {
    const environment = {
      UNDERPIN_TOKEN: ' abc ',
      UNDERPIN_ORIGIN: 'HTTPS://Underpin.Example:443/',
    };
    expect(readConfig(environment)).toMatchObject({
      token: 'abc',
      origin: 'https://underpin.example',
    });
  });

  test('chooses Neo4j by its address', () => {
    const environment = {
      PORT: '0',
      UNDERPIN_SEED: 'off',
      NEO4J_URI: 'neo4j+s://host:7687',
      NEO4J_USERNAME: 'me',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'evidence',
    };
    expect(readConfig(environment)).toMatchObject({
      port: 0,
      seed: false,
      neo4j: {
        uri: 'neo4j+s://host:7687',
        username: 'me',
        password: 'secret',
        database: 'evidence',
      },
    });
  });

  test.each([
    [
      { PORT: 'web' },
      'PORT is “web”: it should be a number from 0 to 65535, where 0 takes any free port.',
    ],
    [{ PORT: '70000' }, 'PORT is “70000”'],
    [{ UNDERPIN_SEED: 'no' }, 'UNDERPIN_SEED is “no”: it should be “on” or “off”.'],
    [{ UNDERPIN_TOKEN: 'my secret' }, 'UNDERPIN_TOKEN holds a space'],
    [{ UNDERPIN_TOKEN: 'sëcret' }, 'UNDERPIN_TOKEN holds a space or a sign that is not ASCII'],
    [{ UNDERPIN_ORIGIN: 'underpin.example' }, 'UNDERPIN_ORIGIN is no origin'],
    [{ UNDERPIN_ORIGIN: 'ftp://underpin.example' }, 'UNDERPIN_ORIGIN is no origin'],
    [{ UNDERPIN_ORIGIN: 'https://underpin.example/app' }, 'UNDERPIN_ORIGIN is no origin'],
    [{ UNDERPIN_ORIGIN: 'https://underpin.example:port' }, 'UNDERPIN_ORIGIN is no origin'],
    [{ UNDERPIN_ORIGIN: 'https://me:secret@underpin.example' }, 'UNDERPIN_ORIGIN is no origin'],
    [{ NEO4J_URI: 'localhost:7687' }, 'NEO4J_URI is no address of a Neo4j server'],
    [{ NEO4J_URI: 'bolt://host:99999' }, 'NEO4J_URI is no address of a Neo4j server'],
    [{ NEO4J_PASSWORD: 'secret' }, 'mean nothing without NEO4J_URI'],
    [
      { NEO4J_URI: 'bolt://h', NEO4J_PASSWORD: 'secret' },
      'NEO4J_PASSWORD is set without NEO4J_USERNAME',
    ],
  ])('that is wrong is one sentence: %j', (environment, sentence) => {
    const attempt = (): unknown => readConfig(environment);
    expect(attempt).toThrow(sentence);
    expect(attempt).toThrow(expect.objectContaining({ code: 'INVALID' }));
    expect(attempt).not.toThrow('secret');
  });
});

test('a search holds no operator of Lucene', () => {
  expect(luceneQuery('a AND (b* OR "c") ~0.8 [x TO y]')).not.toMatch(/["[\]~]/);
  expect(luceneQuery('Élan!')).toBe('(élan^2 OR élan*)');
  expect(luceneQuery('?!')).toBe('');
});
