import { expect, test } from 'vitest';
import { readDocuments } from '../src/discovery.js';
import { project } from './support/project.js';

const isDocument = (path: string): boolean => /\.mdx?$/.test(path);

test('documents below a folder are read, but for those of packages, hidden folders and folders to skip', () => {
  const root = project({
    'a.md': 'A',
    'deep/er/b.mdx': 'B',
    'c.txt': 'C',
    '.hidden/d.md': 'D',
    'deep/node_modules/p/e.md': 'E',
    'dist/f.md': 'F',
    'deep/dist/g.md': 'G',
  });
  expect(readDocuments(root, isDocument, new Set([`${root}/dist`]), 1000)).toEqual([
    { path: `${root}/a.md`, content: 'A' },
    { path: `${root}/deep/dist/g.md`, content: 'G' },
    { path: `${root}/deep/er/b.mdx`, content: 'B' },
  ]);
});

test('no more is read than may be held', () => {
  const root = project({ 'a.md': '12345', 'b.md': '12345', 'c.md': '12345' });
  expect(readDocuments(root, isDocument, new Set(), 10).map(({ path }) => path)).toEqual([`${root}/a.md`, `${root}/b.md`]);
});

test('a folder that cannot be read has no documents', () => {
  expect(readDocuments('/no/such/folder', isDocument, new Set(), 10)).toEqual([]);
});
