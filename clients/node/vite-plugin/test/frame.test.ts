import { expect, test } from 'vitest';
import { codeFrame } from '../src/frame.js';

test('a frame marks the place between the lines around it', () => {
  const source = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\r\n');
  expect(codeFrame(source, 9, 6).split('\n')).toEqual([
    ' 7  |  line 7',
    ' 8  |  line 8',
    ' 9  |  line 9',
    '    |       ^',
    '10  |  line 10',
    '11  |  line 11',
  ]);
});

test('a frame ends where the document does', () => {
  expect(codeFrame('only', 1, 5)).toBe('1  |  only\n   |      ^');
});
