import { describe, expect, test } from 'vitest';
import {
  chooseJava,
  javaRelease,
  neo4jConfiguration,
  skipSentence,
} from '../support/neo4j/neo4j-lines.ts';

describe('javaRelease', () => {
  test.each([
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['openjdk version "26-ea" 2026-03-17', 26],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.5" 2024-10-15', 21],
    ["The operation couldn't be completed. Unable to locate a Java Runtime.", null],
  ])('of %j is %j', (printed, release) => {
    expect(javaRelease(printed)).toBe(release);
  });
});

describe('chooseJava', () => {
  test.each([
    ['lts', [17, 25], 17],
    ['newest', [17, 25], 25],
    ['newest', [17, 25, 21], 25],
    ['lts', [25, 11, 21, 17], 21],
    ['lts', [11, 25], 25],
    ['newest', [17], undefined],
    ['lts', [], undefined],
  ] as const)('for %s among %j is %j', (line, releases, chosen) => {
    const javas = releases.map((release) => ({ command: `java-${release}`, release }));
    expect(chooseJava(line, javas)?.release).toBe(chosen);
  });
});

test('what was skipped is said with how to have it, and nothing is said of nothing', () => {
  expect(skipSentence([])).toBeNull();
  expect(skipSentence(['No Java.', 'No Maven.'])).toMatch(/No Java\. No Maven\. .*NEO4J_TEST_URI/);
});

test('a server listens on this machine alone and reports to nobody', () => {
  for (const line of ['lts', 'newest'] as const) {
    const settings = neo4jConfiguration(line, 17_687, true, 'in earnest').split('\n');
    expect(settings).toContain('server.bolt.listen_address=127.0.0.1:17687');
    expect(settings).toContain('dbms.security.auth_enabled=true');
    expect(settings).toContain('dbms.usage_report.enabled=false');
  }
});
