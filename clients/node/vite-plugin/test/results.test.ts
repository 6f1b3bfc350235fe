import { type BatchItem, FastMdError, type TransformResult } from '@fastmd/client';
import { expect, test } from 'vitest';
import { Results } from '../src/results.js';

const source = (path: string, content = path) => ({ path, content });
const result = (file: string): TransformResult => ({
  file,
  target: 'js',
  code: `// ${file}`,
  metadata: { headings: [] },
  dependencies: [],
  diagnostics: [],
});

/** A batch that gives one item after the other as the test says. */
function stepwise(items: (BatchItem | Error)[]) {
  const waiting: (() => void)[] = [];
  const steps = items.map(() => new Promise<void>((resolve) => waiting.push(resolve)));
  async function* batch(): AsyncGenerator<BatchItem> {
    for (const [index, item] of items.entries()) {
      await steps[index];
      if (item instanceof Error) throw item;
      yield item;
    }
  }
  return { batch: batch(), step: () => waiting.shift()!() };
}

test('a result is there as soon as the batch has it', async () => {
  const results = new Results();
  const { batch, step } = stepwise([
    { index: 1, file: 'b', status: 'converted', result: result('b') },
    { index: 0, file: 'a', status: 'converted', result: result('a') },
  ]);
  results.fill([source('a'), source('b')], batch);
  const a = results.get(source('a'));
  step();
  expect(await results.get(source('b'))).toEqual(result('b'));
  step();
  expect(await a).toEqual(result('a'));
});

test('there is none for another document, and for another content of the same', async () => {
  const results = new Results();
  const { batch } = stepwise([{ index: 0, file: 'a', status: 'converted', result: result('a') }]);
  results.fill([source('a')], batch);
  expect(await results.get(source('b'))).toBeUndefined();
  expect(await results.get(source('a', 'changed'))).toBeUndefined();
  expect(results.has(source('a'))).toBe(true);
  results.clear();
  expect(results.has(source('a'))).toBe(false);
});

test('a document that cannot be converted fails whoever asks for it', async () => {
  const results = new Results();
  const error = new FastMdError('wrong');
  const { batch, step } = stepwise([{ index: 0, file: 'a', status: 'failed', error }]);
  results.fill([source('a')], batch);
  step();
  await expect(results.get(source('a'))).rejects.toBe(error);
});

test('a batch that breaks leaves the rest to be asked for again', async () => {
  const results = new Results();
  const { batch, step } = stepwise([new Error('broken')]);
  results.fill([source('a')], batch);
  const waiting = results.get(source('a'));
  step();
  expect(await waiting).toBeUndefined();
});
