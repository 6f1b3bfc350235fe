import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../support/folders.mjs';
import { start } from '../support/server.mjs';

const MB = 1024 * 1024;
const filesOf = path => existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }).filter(file => file.isFile()).map(file => join(file.parentPath ?? file.path, file.name)) : [];
const sizeOf = path => filesOf(path).reduce((sum, file) => sum + statSync(file).size, 0);
const found = value => ({ found: true, value });

test('a value of any kind is kept, replaced and forgotten', async () => {
  const { client, cache } = start();
  const values = [null, true, 0, -1.5e300, '', 'ä\u0000\n"\u{1f600}', [], {}, [1, [2, { a: null }]], { '': 1, a: { b: 'c' } }, 'x'.repeat(1_000_000)];
  for (const [index, value] of values.entries()) {
    expect(await client.result('cache.set', { key: `k${index}`, value })).toEqual({ key: `k${index}` });
    expect(await client.result('cache.get', { key: `k${index}` })).toEqual(found(value));
  }

  await client.result('cache.set', { key: 'k0', value: 'new' });
  expect(await client.result('cache.get', { key: 'k0' })).toEqual(found('new'));
  expect(await client.result('cache.delete', { key: 'k0' })).toEqual({ deleted: true });
  expect(await client.result('cache.delete', { key: 'k0' })).toEqual({ deleted: false });
  expect(await client.result('cache.get', { key: 'k0' })).toEqual({ found: false });
  expect(await client.result('cache.stats')).toEqual({
    directory: cache, entries: values.length - 1, bytes: sizeOf(cache), maximumBytes: 256 * MB, hits: values.length + 1, misses: 1, evictions: 0, corrupt: 0,
  });
  expect(await client.result('cache.clear')).toEqual({ removed: values.length - 1 });
  expect(await client.result('cache.get', { key: 'k1' })).toEqual({ found: false });
  expect(await client.result('cache.stats')).toMatchObject({ entries: 0, bytes: 0 });
});

test('a key is by default the SHA-256 of the value as it is written', async () => {
  const { client } = start();
  const { key } = await client.result('cache.set', { value: { a: [1, 2] } });
  expect(key).toBe(createHash('sha256').update('{"a":[1,2]}').digest('hex'));
  expect(await client.result('cache.get', { key })).toEqual(found({ a: [1, 2] }));
});

test('a key may be any text, and leads to no other file', async () => {
  const { client, cwd, cache } = start();
  const keys = ['', ' ', '../../x', '/etc/passwd', 'a/b', 'A', 'a', 'ü', 'u\u0308', '\u0000', 'x'.repeat(10_000), 'NUL', '.', '..'];
  for (const key of keys) {
    await client.result('cache.set', { key, value: key });
  }

  for (const key of keys) {
    expect(await client.result('cache.get', { key })).toEqual(found(key));
  }

  expect(readdirSync(cwd)).toEqual([cache.slice(cwd.length + 1)]);
});

test('values survive the process, and one that is killed', async () => {
  const cache = join(folder(), 'deep', 'er');
  const first = start({ cache });
  await first.client.result('cache.set', { key: 'a', value: [1] });
  first.child.kill('SIGKILL');
  await first.exited;
  const { client } = start({ cache });
  expect(await client.result('cache.get', { key: 'a' })).toEqual(found([1]));
});

test('an entry that is torn, empty, of another key or rubbish is dropped and not found', async () => {
  const { client, cache } = start();
  await client.result('cache.set', { key: 'a', value: 'a'.repeat(1000) });
  const [file] = filesOf(cache);
  const whole = readFileSync(file);
  await client.result('cache.set', { key: 'b', value: 'b' });
  const foreign = readFileSync(filesOf(cache).find(other => other !== file));
  const flipped = at => Buffer.from(whole.map((byte, index) => index === at ? byte ^ 1 : byte));
  const torn = [Buffer.alloc(0), Buffer.from('rubbish'), whole.subarray(0, 7), whole.subarray(0, 20), whole.subarray(0, -1), Buffer.concat([whole, Buffer.from('x')]),
    flipped(0), flipped(8), flipped(16), flipped(19), flipped(20), flipped(whole.length - 1), foreign, Buffer.alloc(whole.length)];
  for (const [index, bytes] of torn.entries()) {
    writeFileSync(file, bytes);
    expect(await client.result('cache.get', { key: 'a' }), `case ${index}`).toEqual({ found: false });
    expect(existsSync(file), `case ${index}`).toBe(false);
  }

  expect((await client.result('cache.stats')).corrupt).toBe(torn.length);
  writeFileSync(file, whole);
  expect((await client.result('cache.get', { key: 'a' })).found).toBe(true);
  truncateSync(file, 500);
  expect(await client.result('cache.get', { key: 'a' })).toEqual({ found: false });
  await client.result('cache.set', { key: 'a', value: 'again' });
  expect(await client.result('cache.get', { key: 'a' })).toEqual(found('again'));
});

test('a cache that is full evicts what was not used for longest, and stays within its size', async () => {
  const { client, cache } = start({ args: ['--cache-mb', '1'] });
  const value = 'x'.repeat(100_000);
  await client.result('cache.set', { key: 'used', value });
  await client.result('cache.set', { key: 'unused', value });
  for (let index = 0; index < 60; index++) {
    await client.result('cache.set', { key: `k${index}`, value });
    expect(await client.result('cache.get', { key: 'used' }), `after ${index}`).toEqual(found(value));
    expect(sizeOf(cache)).toBeLessThanOrEqual(MB);
  }

  expect(await client.result('cache.get', { key: 'unused' })).toEqual({ found: false });
  expect(await client.result('cache.get', { key: 'k59' })).toEqual(found(value));
  const { entries, bytes, evictions } = await client.result('cache.stats');
  expect(entries + evictions).toBe(62);
  expect(bytes).toBe(sizeOf(cache));
});

test('a value that is too large for the cache is refused', async () => {
  const { client } = start({ args: ['--cache-mb', '1'] });
  expect(await client.error('cache.set', { key: 'a', value: 'x'.repeat(300_000) })).toMatchObject({ code: -32002, message: expect.stringContaining('--cache-mb') });
  expect(await client.result('cache.get', { key: 'a' })).toEqual({ found: false });
});

test('the same key at once by many requests keeps one whole value', async () => {
  const { client, cache } = start();
  const values = Array.from({ length: 200 }, (_, index) => `${index} ${'x'.repeat(20_000)}`);
  await Promise.all(values.flatMap(value => [client.result('cache.set', { key: 'same', value }), client.result('cache.get', { key: 'same' }).then(got => expect(!got.found || values.includes(got.value)).toBe(true))]));
  expect(values).toContain((await client.result('cache.get', { key: 'same' })).value);
  expect(filesOf(cache)).toHaveLength(1);
  expect(await client.result('cache.stats')).toMatchObject({ corrupt: 0, entries: 1 });
});

test('two processes on one folder stay consistent', async () => {
  const cache = join(folder(), 'shared');
  const servers = [start({ cache, args: ['--cache-mb', '1'] }), start({ cache, args: ['--cache-mb', '1'] })];
  const valueOf = (key, version) => `${key} ${version} ${'x'.repeat(1000 + (version * 37) % 9000)}`;
  await Promise.all(servers.map(async ({ client }, number) => {
    for (let round = 0; round < 60; round++) {
      await Promise.all(Array.from({ length: 20 }, async (_, index) => {
        const key = `k${(index * 7 + round) % 30}`;
        await client.result('cache.set', { key, value: valueOf(key, round * 2 + number) });
        const got = await client.result('cache.get', { key });
        if (got.found) {
          expect(got.value).toBe(valueOf(key, Number(got.value.split(' ')[1])));
        }

        if (index === 0) {
          await client.result('cache.delete', { key });
        }
      }));
      if (round % 20 === 19) {
        await client.result(number === 0 ? 'cache.clear' : 'cache.stats');
      }
    }
  }));
  for (const { client } of servers) {
    expect((await client.result('cache.stats')).corrupt).toBe(0);
  }

  expect(sizeOf(cache)).toBeLessThanOrEqual(MB);
});

test('a cache that cannot be written or read is an error of its own, and nothing else suffers', async () => {
  const cwd = folder({ file: 'precious' });
  const { client } = start({ cwd, cache: join(cwd, 'file', 'cache') });
  for (const [method, params] of [['cache.set', { key: 'a', value: 1 }], ['cache.get', { key: 'a' }]]) {
    const answer = await client.call(method, params);
    expect(answer.error?.code ?? answer.result, method).toSatisfy(end => end === -32002 || (method === 'cache.get' && end.found === false));
  }

  expect((await client.call('cache.set', { key: 'a', value: 1 })).error.code).toBe(-32002);
  expect((await client.result('transform', { content: 'a' })).code).toBe('<p>a</p>\n');
  expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('precious');
});

test.runIf(process.getuid?.() !== 0)('a folder that may only be read is an error of the cache', async () => {
  const cache = folder();
  chmodSync(cache, 0o555);
  const { client } = start({ cache });
  expect(await client.error('cache.set', { key: 'a', value: 1 })).toMatchObject({ code: -32002 });
  expect(await client.result('cache.get', { key: 'a' })).toEqual({ found: false });
});

test('a folder where entries should be, and a link, are no entries', async () => {
  const { client, cache, cwd } = start();
  await client.result('cache.set', { key: 'a', value: 1 });
  const [file] = filesOf(cache);
  await client.result('cache.delete', { key: 'a' });
  mkdirSync(file);
  const answer = await client.call('cache.get', { key: 'a' });
  expect(answer.error?.code ?? answer.result.found).toSatisfy(end => end === -32002 || end === false);
  await client.result('cache.set', { key: 'b', value: 1 });
  const other = filesOf(cache)[0];
  await client.result('cache.delete', { key: 'b' });
  writeFileSync(join(cwd, 'target'), 'precious');
  symlinkSync(join(cwd, 'target'), other);
  expect(await client.result('cache.get', { key: 'b' })).toEqual({ found: false });
  await client.result('cache.set', { key: 'b', value: 2 });
  expect(readFileSync(join(cwd, 'target'), 'utf8')).toBe('precious');
});
