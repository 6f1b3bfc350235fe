import { expect, test } from 'vitest';
import { Lines } from '../src/lines.js';

test('lines are the same however their bytes are cut', () => {
  const bytes = Buffer.from('{"a":"ü€😀"}\n\nsecond\nlast without end');
  for (let size = 1; size <= bytes.length; size++) {
    const received: string[] = [];
    const lines = new Lines((line) => received.push(line));
    for (let at = 0; at < bytes.length; at += size) lines.push(bytes.subarray(at, at + size));
    expect(received).toEqual(['{"a":"ü€😀"}', '', 'second']);
  }
});
