import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** Where a package finds another, as Node does: in its own folder, or one further up. */
function findLocked(from: string, name: string): Locked | undefined {
  for (let folder = from; ;) {
    const locked = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (locked !== undefined || folder === '') return locked;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
  }
}

test('the lock file has an entry for every optional dependency, so that it serves every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => findLocked(path, name) === undefined)
      .map((name) => `${path} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no host', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('what is young is pinned exactly', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>;
  expect(dependencies['@grafeo-db/js']).toBe('0.6.0');
  expect(dependencies['@retorquere/bibtex-parser']).toMatch(/^\d/);
  expect(devDependencies['oxlint']).toMatch(/^\d/);
  expect(devDependencies['oxfmt']).toMatch(/^\d/);
});
