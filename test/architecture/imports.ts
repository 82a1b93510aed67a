import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { parseSync } from 'vite';

/** A source file and what it imports, types included. */
export interface SourceFile {
  /** Path below the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Files of the project, as paths below it. */
  readonly files: readonly string[];
  /** Names of packages, Node's own with `node:`. */
  readonly packages: readonly string[];
}

const SOURCE = /\.(ts|tsx)$/;

/** Every TypeScript file below these folders. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
      .map((entry) => readSource(relative('.', join(entry.parentPath, entry.name)))),
  );
}

function readSource(file: string): SourceFile {
  const path = file.replaceAll('\\', '/');
  const text = readFileSync(path, 'utf8');
  const imported = importedBy(path, text).map((specifier) => specifier.replace(/\?.*$/, ''));
  return {
    path,
    text,
    files: imported
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.join(dirname(path), specifier)),
    packages: imported.filter((specifier) => !specifier.startsWith('.')).map(packageName),
  };
}

/** What a file imports or hands on; types, and imports in the midst of the code, included. */
function importedBy(path: string, text: string): string[] {
  const { module } = parseSync(path, text);
  const inTheMidst = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)];
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
    ),
    ...inTheMidst.flatMap(([, specifier]) => (specifier === undefined ? [] : [specifier])),
  ];
}

function packageName(specifier: string): string {
  return specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : (specifier.split('/')[0] ?? specifier);
}

/** Rings of imports, each as the files that it runs through. */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    for (const next of byPath.get(path)?.files ?? []) if (byPath.has(next)) visit(next);
    trail.pop();
    state.set(path, 'done');
  };
  for (const { path } of files) visit(path);
  return cycles;
}
