import { expect, test } from 'vitest';
import { cancelBatches } from '../support/cancelled-batches.mjs';
import { idle } from '../support/idle.mjs';
import { page } from '../support/pages.mjs';
import { start } from '../support/server.mjs';

const batch = (count, bytes) => Array.from({ length: count }, (_, index) => ({ file: `${index}.md`, content: page(bytes) }));

test('300 batches that are cancelled at random are each answered once, and leave nothing behind', async () => {
  const { client } = start();
  const { ends, broken } = await cancelBatches(client, 300, 1);
  expect(broken).toEqual([]);
  expect(Math.min(...Object.values(ends)), JSON.stringify(ends)).toBeGreaterThan(0);
  await idle(client);
  expect(client.messages, 'nothing comes after the answer').toEqual([]);
});

test('cancelBatch right after the batch in one write ends it', async () => {
  const { client } = start();
  for (let round = 0; round < 100; round++) {
    const answer = client.result('transformBatch', { batchId: 'b', files: batch(100, 5000) });
    expect(await client.result('cancelBatch', { batchId: 'b' })).toEqual({ cancelled: true });
    const { summary, results } = await answer;
    expect(summary.converted + summary.cancelled).toBe(100);
    expect(summary.cancelled).toBeGreaterThan(0);
    expect(results.at(-1)).toMatchObject({ index: 99, status: 'cancelled', error: { code: -32800 } });
  }
});

test('cancelBatch twice, and after the end, is answered', async () => {
  const { client } = start();
  const answer = client.result('transformBatch', { batchId: 'b', files: batch(500, 5000) });
  const both = [client.result('cancelBatch', { batchId: 'b' }), client.result('cancelBatch', { batchId: 'b' })];
  expect((await both[0]).cancelled).toBe(true);
  await both[1];
  await answer;
  expect(await client.result('cancelBatch', { batchId: 'b' })).toEqual({ cancelled: false });
});

test('an id that is used again at once is cancelled as any other', async () => {
  const { client } = start();
  const files = batch(100, 5000);
  for (let round = 0; round < 200; round++) {
    await client.call('ping', undefined, { id: 'same' });
    const answer = client.call('transformBatch', { batchId: `${round}`, files, options: { progress: false } }, { id: 'same' });
    client.notify('$/cancelRequest', { id: 'same' });
    expect((await answer).error?.code, `round ${round}`).toBe(-32800);
  }
});

test('a request that is cancelled before it begins, while it waits, or after its end is answered once', async () => {
  const { client } = start();
  const content = page(12_000);
  const codes = await Promise.all(Array.from({ length: 900 }, async (_, id) => {
    const answer = client.call('transform', { content }, { id });
    if (id % 3 === 0) {
      client.notify('$/cancelRequest', { id });
    }

    const { error } = await answer;
    client.notify('$/cancelRequest', { id });
    return [id % 3, error?.code];
  }));
  expect(codes.filter(([kind, code]) => kind !== 0 && code !== undefined)).toEqual([]);
  expect(codes.filter(([, code]) => code !== undefined && code !== -32800)).toEqual([]);
  expect(codes.filter(([, code]) => code === -32800).length).toBeGreaterThan(100);
  const { documents } = await idle(client);
  expect(documents.inHand).toBe(0);
  expect(client.messages).toEqual([]);
});

test('a large document, and a large batch, are left soon after they are cancelled', async () => {
  const { client } = start();
  const requests = {
    'a document of 8 MB': ['transform', { content: page(8_000_000) }],
    'a batch of 3,000 pages': ['transformBatch', { files: batch(3000, 12_000) }],
    'a batch of 20 documents of 1 MB that streams': ['transformBatch', { files: batch(20, 1_000_000), options: { stream: true } }],
  };
  for (const [name, [method, params]] of Object.entries(requests)) {
    const times = [];
    for (let round = 0; round < 5; round++) {
      const answer = client.call(method, params, { id: 'long' });
      while ((await client.result('metrics')).documents.inHand === 0) {
        // It is not begun yet.
      }

      const started = performance.now();
      client.notify('$/cancelRequest', { id: 'long' });
      expect((await answer).error?.code).toBe(-32800);
      times.push(performance.now() - started);
    }

    console.log(`Cancelled ${name}: answered after ${times.map(time => time.toFixed(1)).join(', ')} ms.`);
    expect(Math.max(...times)).toBeLessThan(250);
  }
});
