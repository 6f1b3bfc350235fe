import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { memoryOf, start } from '../support/server.mjs';

const MB = 1024 * 1024;
const ping = id => `{"jsonrpc":"2.0","id":${id},"method":"ping"}`;
const nested = depth => `{"jsonrpc":"2.0","id":1,"method":"cache.set","params":{"value":${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}}}`;

/** Lines that are refused, by the code of the error and the id it is answered with. */
const refused = [
  ['rubbish', -32700, null],
  ['{', -32700, null],
  [`${ping(1)}${ping(2)}`, -32700, null],
  [`${ping(1)} x`, -32700, null],
  [`${ping(1)},`, -32700, null],
  ["{'jsonrpc':'2.0','id':1,'method':'ping'}", -32700, null],
  ['{"jsonrpc":"2.0","id":1,"method":"ping",}', -32700, null],
  ['{"jsonrpc":"2.0","id":01,"method":"ping"}', -32700, null],
  ['{"jsonrpc":"2.0","id":NaN,"method":"ping"}', -32700, null],
  ['// a comment', -32700, null],
  ['{"jsonrpc":"2.0","id":1,"method":"p\ting"}', -32700, null],
  ['{"jsonrpc":"2.0","id":1,"method":"\\x70ing"}', -32700, null],
  ['\ufeff', -32700, null],
  [`\ufeff\ufeff${ping(1)}`, -32700, null],
  [`\0${ping(1)}`, -32700, null],
  [nested(65), -32700, null],
  [nested(10_000), -32700, null],
  ['['.repeat(1_000_000), -32700, null],
  ['null', -32600, null],
  ['1', -32600, null],
  ['"ping"', -32600, null],
  ['true', -32600, null],
  ['[]', -32600, null],
  [`[${ping(1)},${ping(2)}]`, -32600, null],
  ['{}', -32600, null],
  ['{"id":1,"method":"ping"}', -32600, 1],
  ['{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600, 1],
  ['{"jsonrpc":2.0,"id":1,"method":"ping"}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"method":7}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"method":null}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"method":["ping"]}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"\\ud800"}', -32600, 1],
  ['{"jsonrpc":"\\ud800","id":1,"method":"ping"}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"ping","\\ud800":1}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"ping","extra":{}}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"result":null}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":""}}', -32600, 1],
  ['{"jsonrpc":"2.0","jsonrpc":"2.0","id":1,"method":"ping"}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"ping","method":"health"}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"ping","params":{},"params":{}}', -32600, 1],
  ['{"jsonrpc":"2.0","id":1,"id":1,"method":"ping"}', -32600, 1],
  ['{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600, null],
  ['{"jsonrpc":"2.0","id":{},"method":"ping"}', -32600, null],
  ['{"jsonrpc":"2.0","id":[1],"method":"ping"}', -32600, null],
  ['{"jsonrpc":"2.0","id":true,"method":"ping"}', -32600, null],
  ['{"jsonrpc":"2.0","id":"\\udc00","method":"ping"}', -32600, null],
  [`{"jsonrpc":"2.0","id":"${'x'.repeat(1025)}","method":"ping"}`, -32600, null],
  [`{"jsonrpc":"2.0","id":${'1'.repeat(1025)},"method":"ping"}`, -32600, null],
  [`{"jsonrpc":"2.0","id":"${'x'.repeat(900_000)}","method":"ping"}`, -32600, null],
  ['{"jsonrpc":"2.0","method":7}', -32600, null],
  ['{"jsonrpc":"2.0","id":1,"method":"nothing"}', -32601, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"normalize","params":{"content":"\\ud800"}}', -32602, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"transform","params":{"content":"","file":"\\udfff.md"}}', -32602, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"configure","params":{"settings":{"title":"\\ud800"}}}', -32602, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"configure","params":{"settings":{"siteUrl":"\\ud800"}}}', -32602, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"configure","params":{"settings":{"\\ud800":1}}}', -32602, 1],
];

describe('a line that is no request', () => {
  test.each(refused.map(([line, code, id]) => [line.length > 70 ? `${line.slice(0, 70)}…` : line, code, line, id]))('%s is refused by %i', async (_, code, line, id) => {
    const { client } = start();
    expect(await client.raw(line)).toMatchObject({ id, error: { code } });
    expect(await client.result('ping')).toEqual({ pong: true });
    expect(client.messages).toHaveLength(1);
  });

  test.each([
    ['a byte that begins nothing', [0xff]], ['a character that is cut', [0xc3]], ['an overlong character', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]], ['a character beyond the last', [0xf5, 0x80, 0x80, 0x80]],
  ])('%s is refused as invalid UTF-8', async (_, bytes) => {
    const { client } = start();
    const line = Buffer.concat([Buffer.from('{"jsonrpc":"2.0","id":1,"method":"normalize","params":{"content":"'), Buffer.from(bytes), Buffer.from('"}}')]);
    expect(await client.raw(line)).toMatchObject({ id: null, error: { code: -32700 } });
    expect(await client.result('ping')).toEqual({ pong: true });
  });
});

test('a message may nest as deep as the documentation says', async () => {
  const { client } = start();
  const answer = await client.raw(nested(64));
  const { value } = await client.result('cache.get', { key: answer.result.key });
  expect(JSON.stringify(value)).toBe(`${'['.repeat(62)}${']'.repeat(62)}`);
});

test('a byte order mark, a carriage return and white space around a message do no harm', async () => {
  const { client } = start();
  expect(await client.raw(`\ufeff${ping(1)}\r`)).toMatchObject({ id: 1, result: { pong: true } });
  expect(await client.raw(` \t${ping(2)}\t \r`)).toMatchObject({ id: 2 });
});

test('empty lines are none', async () => {
  const { client } = start();
  client.write('\n\r\n  \t\r\n\n');
  expect(await client.result('ping')).toEqual({ pong: true });
  expect(client.messages).toEqual([]);
});

test('members of a message may come in any order, with escapes in their names', async () => {
  const { client } = start();
  expect(await client.raw('{"params":{"content":"a"},"\\u006dethod":"norm\\u0061lize","id":"\\u0031","jsonrpc":"2.\\u0030"}'))
    .toMatchObject({ id: '1', result: { content: 'a\n' } });
});

test('half of a surrogate pair in a value of the cache is kept as it is written', async () => {
  const { client } = start();
  const answer = await client.raw('{"jsonrpc":"2.0","id":1,"method":"cache.set","params":{"key":"k","value":"\\ud800"}}');
  expect(answer.result).toEqual({ key: 'k' });
  expect(await client.result('cache.get', { key: 'k' })).toEqual({ found: true, value: '\ud800' });
});

test('a message that comes byte by byte is read', async () => {
  const { client } = start();
  const message = Buffer.from('{"jsonrpc":"2.0","id":1,"method":"normalize","params":{"content":"äöü €\u{1f600}"}}\n');
  const answer = client.message();
  for (const byte of message) {
    client.write(Buffer.of(byte));
    await new Promise(resolve => setImmediate(resolve));
  }

  expect((await answer).result.content).toBe('äöü €\u{1f600}\n');
});

test('many messages in one write are each answered once', async () => {
  const { client } = start();
  const ids = Array.from({ length: 5000 }, (_, index) => index);
  const answers = ids.map(id => client.expect(id, 'ping'));
  client.write(ids.map(ping).join('\n') + '\n');
  expect((await Promise.all(answers)).map(answer => answer.id)).toEqual(ids);
  await client.result('metrics', undefined, { id: 'last' });
  expect(client.messages).toEqual([]);
});

test('a last line without an end counts', async () => {
  const { client, exited } = start();
  const answer = client.message();
  client.end(ping(1));
  expect(await answer).toMatchObject({ id: 1, result: { pong: true } });
  expect(await exited).toEqual({ code: 0, signal: null });
});

test('a last line that is too long is refused also without an end', async () => {
  const { client, exited } = start({ args: ['--max-message-mb', '1'] });
  const answer = client.message();
  client.end('x'.repeat(2 * MB));
  expect(await answer).toMatchObject({ id: null, error: { code: -32600 } });
  expect(await exited).toEqual({ code: 0, signal: null });
});

test('a line of exactly the limit is read, and one byte more is not', async () => {
  const { client } = start({ args: ['--max-message-mb', '1'] });
  const head = '{"jsonrpc":"2.0","id":1,"method":"normalize","params":{"content":"';
  const line = extra => `${head}${'x'.repeat(MB - head.length - 3 + extra)}"}}`;
  expect((await client.raw(line(0))).result.content).toHaveLength(MB - head.length - 3 + 1);
  expect(await client.raw(line(1))).toMatchObject({ id: null, error: { code: -32600 } });
  expect(await client.result('ping')).toEqual({ pong: true });
});

test('lines around half a megabyte, where they begin to go to a file, are read whole', async () => {
  const { client } = start();
  for (const length of [512 * 1024 - 100, 512 * 1024, 512 * 1024 + 1, 1_500_000, 5_000_000]) {
    const content = 'aä€'.repeat(length / 6);
    expect((await client.result('normalize', { content })).content === `${content}\n`, `${length} bytes`).toBe(true);
  }
});

test.each([['a limit of 1 MB', ['--max-message-mb', '1']], ['the default limit', []]])('a line of 100 MB is refused and takes no memory, with %s', async (_, args) => {
  const { client, child } = start({ args });
  await client.result('normalize', { content: 'x'.repeat(900_000) });
  const before = memoryOf(child.pid, 'VmHWM');
  const answer = client.message();
  const piece = Buffer.alloc(MB, 'x');
  for (let count = 0; count < 100; count++) {
    if (!client.write(piece)) {
      await once(child.stdin, 'drain');
    }
  }

  client.write('\n');
  expect(await answer).toMatchObject({ id: null, error: { code: -32600, message: expect.stringContaining('bytes') } });
  expect(await client.result('ping')).toEqual({ pong: true });
  const grown = memoryOf(child.pid, 'VmHWM') - before;
  console.log(`A line of 100 MB: the process grew by ${(grown / 1024).toFixed(0)} KB.`);
  expect(grown).toBeLessThanOrEqual(MB);
});

test('a long line that cannot be kept until it ends is refused, and the next one counts again', async () => {
  const { client } = start({ env: { TMPDIR: '/nonexistent' } });
  const answer = await client.raw(`{"jsonrpc":"2.0","id":1,"method":"normalize","params":{"content":"${'x'.repeat(2 * MB)}"}}`);
  expect(answer.error).toMatchObject({ code: -32003, message: expect.stringContaining('temporary') });
  expect(await client.result('ping')).toEqual({ pong: true });
});
