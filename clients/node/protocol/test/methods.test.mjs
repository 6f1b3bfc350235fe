import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../support/folders.mjs';
import { start } from '../support/server.mjs';

const sha256 = text => createHash('sha256').update(text).digest('hex');

test('initialize says who is there and what it can do', async () => {
  const { client, cwd } = start();
  const result = await client.result('initialize', { protocolVersion: 1, clientInfo: { name: 'test', version: '1' }, settings: { rawHtml: 'escape' } });
  expect(result.capabilities).toMatchObject({ roots: [cwd], maximumMessageBytes: 64 * 1024 * 1024, maximumNesting: 64 });
  expect(result.settings).toEqual({ rawHtml: 'escape' });
});

test('initialize refuses a version it does not know', async () => {
  const { client } = start();
  expect(await client.error('initialize', { protocolVersion: 2 })).toMatchObject({ code: -32602, message: expect.stringContaining('2') });
});

test('transform converts a text to each target', async () => {
  const { client } = start();
  const content = '---\ntitle: T\nn: 1\n---\n\n# Head\n\ntext\n';
  for (const [target, part] of [['html', '<h1 id="head">Head</h1>'], ['js', 'export default function'], ['markdown', '# Head'], ['context', 'Head']]) {
    const result = await client.result('transform', { file: 'a.md', content, options: { target } });
    expect(result.code).toContain(part);
    expect(result).toMatchObject({ file: 'a.md', target, dependencies: [], diagnostics: [] });
    expect(result.metadata).toEqual({ title: 'T', frontMatter: { title: 'T', n: 1 }, headings: [{ level: 1, text: 'Head', id: 'head' }] });
  }
});

test('transform reads a file by its name, and by a path under another name', async () => {
  const { client, cwd } = start({ cwd: folder({ 'a.md': '# A\n' }) });
  const byName = await client.result('transform', { file: 'a.md' });
  const byPath = await client.result('transform', { file: 'other.md', path: join(cwd, 'a.md') });
  expect(byName).toMatchObject({ file: 'a.md', code: '<h1 id="a">A</h1>\n' });
  expect(byPath).toEqual({ ...byName, file: 'other.md' });
});

test('transform gives a source map where one is asked for, and JavaScript without its comment', async () => {
  const { client } = start();
  const content = '# A\n\n<B/>\n';
  const options = { target: 'js', sourcemap: true };
  const { map, code } = await client.result('transform', { file: 'a.mdx', content, options });
  expect(map).toMatchObject({ version: 3, sourcesContent: [content] });
  expect(code).not.toContain('sourceMappingURL');
  const plain = await client.result('transform', { file: 'a.mdx', content, options: { target: 'js' } });
  expect(plain.map).toBeUndefined();
  expect(plain.code).toBe(code);
});

test('transform writes places of elements in development only', async () => {
  const { client } = start();
  const codeOf = async mode => (await client.result('transform', { content: '# A', format: 'mdx', options: { target: 'js', mode } })).code;
  expect(await codeOf('development')).toContain('lineNumber');
  expect(await codeOf('production')).not.toContain('lineNumber');
});

test('transform tells of a document that cannot be converted, and where', async () => {
  const { client } = start();
  const error = await client.error('transform', { file: 'a.mdx', content: 'text\n\n{' });
  expect(error.code).toBe(-32001);
  expect(error.data).toMatchObject({ file: 'a.mdx', status: 'failed', diagnostics: [{ severity: 'error', line: 3 }] });
});

test('transform tells of a file that is not there', async () => {
  const { client } = start();
  const error = await client.error('transform', { file: 'none.md' });
  expect(error).toMatchObject({ code: -32003, data: { file: 'none.md', status: 'failed' } });
});

test('transformBatch gives a result for each file, those that fail included', async () => {
  const { client } = start({ cwd: folder({ 'a.md': '# A\n' }) });
  const answer = await client.result('transformBatch', {
    batchId: 'b', files: [{ file: 'a.md' }, { content: 'x', file: 'x.md', options: { target: 'markdown' } }, { file: 'none.md' }, { content: '{', format: 'mdx' }],
  });
  expect(answer).toMatchObject({ batchId: 'b', summary: { total: 4, converted: 2, failed: 2, timedOut: 0, cancelled: 0 } });
  expect(answer.results.map(({ index, status, target, error }) => [index, status, target ?? error.code]))
    .toEqual([[0, 'converted', 'html'], [1, 'converted', 'markdown'], [2, 'failed', -32003], [3, 'failed', -32001]]);
});

test('transformBatch calls a batch by the id of its request where nothing else is said', async () => {
  const { client } = start();
  expect(await client.result('transformBatch', { files: [] }, { id: 'mine' })).toMatchObject({ batchId: 'mine', results: [], summary: { total: 0 } });
  expect((await client.result('transformBatch', { files: [] }, { id: 4711 })).batchId).toBe('4711');
});

test('cancelBatch of a batch that is not there says so', async () => {
  const { client } = start();
  expect(await client.result('cancelBatch', { batchId: 'none' })).toEqual({ cancelled: false });
});

test('normalize removes the mark, and ends each line and the text by \\n', async () => {
  const { client } = start();
  expect(await client.result('normalize', { content: '\ufeffa\r\nb\rc\n\n' })).toEqual({ content: 'a\nb\nc\n', changed: true });
  expect(await client.result('normalize', { content: 'a\n' })).toEqual({ content: 'a\n', changed: false });
  expect(await client.result('normalize', { content: '' })).toEqual({ content: '', changed: false });
});

test('computeDigest is the SHA-256 of a text or of a file as it lies there', async () => {
  const { client } = start({ cwd: folder({ 'a.txt': '\ufeffä\r\n' }) });
  expect(await client.result('computeDigest', { content: 'ä' })).toEqual({ digest: sha256('ä'), algorithm: 'sha256', bytes: 2 });
  expect(await client.result('computeDigest', { path: 'a.txt' })).toEqual({ digest: sha256('\ufeffä\r\n'), algorithm: 'sha256', bytes: 7 });
  expect((await client.result('computeDigest', { path: 'a.txt', normalize: true })).digest).toBe(sha256('ä\n'));
  expect((await client.result('computeDigest', { content: 'ä\r\n', normalize: true })).digest).toBe(sha256('ä\n'));
});

test('computeDigest of a file that is not there, of a directory, and outside of the roots is refused', async () => {
  const { client } = start({ cwd: folder({ 'd/a.txt': '' }) });
  for (const path of ['none', 'd', '..', '/etc/passwd']) {
    expect(await client.error('computeDigest', { path }), path).toMatchObject({ code: -32003 });
  }
});

test('ping, metrics and health answer', async () => {
  const { client } = start();
  expect(await client.result('ping')).toEqual({ pong: true });
  await client.result('transform', { content: 'abc' });
  await client.error('transform', { content: '{', format: 'mdx' });
  await client.raw('rubbish');
  const metrics = await client.result('metrics', {});
  expect(metrics).toMatchObject({ requests: { answered: 3, failed: 1, cancelled: 0, refused: 1 }, documents: { converted: 1, failed: 1, inHand: 0, outputBytes: 11 } });
  expect((await client.result('health')).status).toMatch(/^(healthy|warning)$/);
});

test('numbers and strings that look alike are different ids, and are given back as they came', async () => {
  const { client } = start();
  for (const id of ['1', '1.0', '1e0', '-0', '"1"', '"ä\\u0000\\n"', '12345678901234567890123', '0.1', '""', JSON.stringify('x'.repeat(1022))]) {
    const answer = await client.raw(`{"jsonrpc":"2.0","id":${id},"method":"ping"}`);
    expect(answer).toEqual({ jsonrpc: '2.0', id: JSON.parse(id), result: { pong: true } });
  }
});
