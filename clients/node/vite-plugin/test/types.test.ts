import type { Plugin as RollupPlugin } from 'rollup';
import { expect, test } from 'vitest';
import type { Plugin as Vite8Plugin } from 'vite';
import type { Plugin as Vite7Plugin } from 'vite7';
import fastmd from '../src/index.js';

test('the plugin has the types that Vite 8, Vite 7 and Rollup want', () => {
  const vite8: Vite8Plugin = fastmd();
  const vite7: Vite7Plugin = fastmd();
  const rollup: RollupPlugin = fastmd();
  expect([vite8.name, vite7.name, rollup.name]).toEqual(['fastmd', 'fastmd', 'fastmd']);
});
