import { describe, expect, test } from 'vitest';
import { start } from '../support/server.mjs';

const withoutParameters = ['ping', 'metrics', 'health', 'cache.clear', 'cache.stats', 'shutdown'];

const wrong = {
  initialize: [{ protocolVersion: '1' }, { protocolVersion: 1.5 }, { protocolVersion: 2 ** 40 }, { clientInfo: 'me' }, { clientInfo: {} }, { clientInfo: { name: null } }, { settings: [] }, { settings: { none: 1 } }],
  configure: [{}, { settings: null }, { settings: [] }, { settings: { to: 7 } }, { settings: { none: true } }],
  transform: [{}, { content: 7 }, { file: [] }, { file: '' }, { path: '' }, { path: 'a\u0000b' }, { content: '', format: 'rtf' }, { content: '', options: [] },
    { content: '', options: { target: 'pdf' } }, { content: '', options: { mode: 'test' } }, { content: '', options: { sourcemap: 'yes' } }, { content: '', options: { stream: true } },
    { content: '', options: { settings: { none: 1 } } }, { content: '', options: { settings: { workers: 'many' } } }],
  transformBatch: [{}, { files: null }, { files: {} }, { files: [null] }, { files: ['a.md'] }, { files: [], batchId: 7 }, { files: [], options: { maxWorkers: 0 } }, { files: [], options: { maxWorkers: -1 } },
    { files: [], options: { maxWorkers: 2 ** 31 } }, { files: [], options: { maxWorkers: 1.5 } }, { files: [], options: { timeoutMs: 0 } }, { files: [], options: { stream: null } }, { files: [], options: { ordered: 'yes' } },
    { files: [{ content: '', name: 'a' }] }],
  cancelBatch: [{}, { batchId: null }, { batchId: 1 }],
  normalize: [{}, { content: null }, { content: 1 }, { content: ['a'] }],
  computeDigest: [{}, { content: 'a', path: 'b' }, { content: 1 }, { path: '' }, { content: '', normalize: 'yes' }, { content: '', normalize: null }],
  'cache.get': [{}, { key: null }, { key: 1 }],
  'cache.set': [{}, { key: 'a' }, { key: 1, value: 1 }],
  'cache.delete': [{}, { key: null }, { key: [] }],
};

describe.each(Object.entries(wrong))('%s', (method, cases) => {
  test('refuses parameters that are missing, or of the wrong type or value', async () => {
    const { client } = start();
    for (const params of cases) {
      const answer = await client.call(method, params);
      expect.soft(answer.error?.code, JSON.stringify(params)).toBe(-32602);
    }

    expect(await client.result('ping')).toEqual({ pong: true });
  });
});

test.each([...Object.keys(wrong), ...withoutParameters])('%s refuses a parameter it does not know, and names it', async method => {
  const { client } = start();
  const error = await client.error(method, { unheardOf: 1 });
  expect(error.code).toBe(-32602);
  expect(error.message).toMatch(/unheardOf|missing/);
  expect(await client.result('ping'), 'a request that is refused does nothing').toEqual({ pong: true });
});

test.each(['null', '[]', '[1]', '"a"', '7', 'true'])('params that are %s make no request', async params => {
  const { client } = start();
  const answer = await client.raw(`{"jsonrpc":"2.0","id":1,"method":"ping","params":${params}}`);
  expect(answer).toMatchObject({ id: 1, error: { code: -32600 } });
});

test('a file of a batch whose parameters are wrong fails alone', async () => {
  const { client } = start();
  const files = [{ content: 'a' }, { content: 'a', format: 'rtf' }, {}, { content: 'a', options: { target: 'pdf' } }, { path: '' }, { content: 'a' }];
  const answer = await client.call('transformBatch', { files });
  expect(answer.result.results.map(file => file.error?.code ?? file.status)).toEqual(['converted', -32602, -32602, -32602, -32602, 'converted']);
});

test('an unknown method is refused, and those that there are are named', async () => {
  const { client } = start();
  for (const method of ['nothing', 'Ping', 'ping ', '', '$/cancelRequest', 'exit', '__proto__']) {
    expect(await client.error(method), method).toMatchObject({ code: -32601, message: expect.stringContaining('transformBatch') });
  }
});

test('a notification is never answered, whatever it says', async () => {
  const { client } = start();
  client.notify('ping');
  client.notify('nothing', { a: 1 });
  client.notify('transform', { content: 7 });
  client.notify('$/cancelRequest');
  client.notify('$/cancelRequest', { id: 99 });
  client.notify('$/cancelRequest', { id: {} });
  client.notify('$/cancelRequest', { other: { id: 1 } });
  client.write('{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"\\ud800":1,"id":"\\udc00"}}\n');
  expect(await client.result('ping')).toEqual({ pong: true });
  expect(client.messages).toEqual([]);
});
