import { afterEach, expect } from 'vitest';
import { violations } from './violations.mjs';

afterEach(() => {
  expect(violations.splice(0).slice(0, 20).join('\n')).toBe('');
});
