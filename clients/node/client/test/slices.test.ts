import { expect, test } from 'vitest';
import { slicesOf } from '../src/slices.js';

const MB = 1024 * 1024;
const lengths = (...sizes: number[]): number[][] =>
  slicesOf(sizes.map((size) => ({ document: { content: 'x'.repeat(size) } })), 64 * MB).map((slice) => slice.map(({ document }) => document.content.length));

test('documents go together as far as a message has room for them, in order', () => {
  expect(lengths()).toEqual([]);
  expect(lengths(1, 2, 3)).toEqual([[1, 2, 3]]);
  expect(lengths(5 * MB, 3 * MB, 1, 9 * MB, 2)).toEqual([[5 * MB, 3 * MB], [1], [9 * MB], [2]]);
  expect(slicesOf([{ document: {} }, { document: {} }], 1)).toHaveLength(1);
});
