import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../support/folders.mjs';
import { page } from '../support/pages.mjs';
import { start } from '../support/server.mjs';

const many = 10_000;
const mixed = Array.from({ length: many }, (_, index) => ({ file: `${index}.md`, content: `# Page ${index}\n\n${'text '.repeat(index % 400)}\n` }));
const texts = Array.from({ length: 300 }, (_, index) => ({ file: `${index}.mdx`, content: index % 50 === 7 ? '{' : page(500 + (index * 977) % 20_000, `Page ${index}`) }));
const resultsOf = client => client.messages.filter(message => message.method === 'batch/result').map(message => message.params);
const without = ({ batchId, ...result }) => result;

test.each([['collected', {}], ['streamed', { stream: true }], ['streamed by one worker', { stream: true, maxWorkers: 1 }], ['streamed by many workers', { stream: true, maxWorkers: 1000 }]])('10,000 files that are %s come in order', async (_, options) => {
  const { client } = start();
  const { summary, results } = await client.result('transformBatch', { files: mixed, options });
  expect(summary).toMatchObject({ total: many, converted: many, failed: 0, timedOut: 0, cancelled: 0 });
  const all = options.stream ? resultsOf(client) : results;
  expect(options.stream ? results : resultsOf(client)).toEqual(options.stream ? undefined : []);
  expect(all).toHaveLength(many);
  expect(all.every(({ index, file, metadata }, place) => index === place && file === `${index}.md` && metadata.title === `Page ${index}`)).toBe(true);
});

test.each([['collected', {}], ['streamed', { stream: true }]])('10,000 files in any order, %s, each come once', async (_, options) => {
  const { client } = start();
  const { results } = await client.result('transformBatch', { files: mixed, options: { ...options, ordered: false } });
  const all = options.stream ? resultsOf(client) : results;
  expect(all.map(({ index }) => index).sort((a, b) => a - b)).toEqual(mixed.map((_, index) => index));
  expect(all.every(({ index, metadata }) => metadata.title === `Page ${index}`)).toBe(true);
});

test('any number of workers, one at a time, streamed or not, and one by one: all give the same bytes', async () => {
  const { client } = start();
  const run = async options => (await client.result('transformBatch', { files: texts, options: { target: 'js', ...options } })).results;
  const expected = JSON.stringify(await run({}));
  for (const options of [{ maxWorkers: 1 }, { parallel: false }, { maxWorkers: 2 }, { maxWorkers: 7 }, { maxWorkers: 2 ** 31 - 1 }, { parallel: false, maxWorkers: 5 }]) {
    expect(JSON.stringify(await run(options)) === expected, JSON.stringify(options)).toBe(true);
  }

  await run({ stream: true });
  expect(JSON.stringify(resultsOf(client).map(without)) === expected).toBe(true);
  const single = await Promise.all(texts.map(file => client.call('transform', { ...file, options: { target: 'js' } })));
  JSON.parse(expected).forEach(({ index, status, error, ...rest }) => {
    if (status === 'converted') {
      expect(single[index].result).toEqual(rest);
    } else {
      expect(single[index].error).toMatchObject({ ...error, data: { ...rest, status } });
    }
  });
});

test('files that fail never fail the batch', async () => {
  const { client, cwd } = start({ cwd: folder({ 'a.md': '# A\n' }) });
  const kinds = [{ file: 'a.md' }, { file: 'none.md' }, { file: '../x.md' }, { content: '{', format: 'mdx' }, { file: join(cwd, 'a.md') }];
  const files = Array.from({ length: 500 }, (_, index) => kinds[index % kinds.length]);
  const { summary, results } = await client.result('transformBatch', { files });
  expect(summary).toMatchObject({ total: 500, converted: 200, failed: 300 });
  expect(results.slice(0, 5).map(({ status, error }) => error?.code ?? status)).toEqual(['converted', -32003, -32003, -32001, 'converted']);
});

test('options of a file go before those of the batch', async () => {
  const { client } = start();
  const content = '# A <b>x</b>\n';
  const { results } = await client.result('transformBatch', {
    files: [{ content }, { content, options: { target: 'markdown' } }, { content, options: { settings: { rawHtml: 'allow' } } }, { content, format: 'mdx', options: { target: 'js', sourcemap: true } }],
    options: { settings: { rawHtml: 'escape' } },
  });
  expect(results.map(({ target }) => target)).toEqual(['html', 'markdown', 'html', 'js']);
  expect(results[0].code).toContain('&lt;b&gt;');
  expect(results[2].code).toContain('<b>');
  expect(results.map(result => 'map' in result)).toEqual([false, false, false, true]);
});

test('the name of a batch, and the id of a request, that still run are refused, and the first is not disturbed', async () => {
  const { client } = start();
  const files = Array.from({ length: 1000 }, () => ({ content: page(12_000) }));
  const first = client.message(message => message.id === 'one' && message.result);
  const progress = client.message(message => message.method === 'progress');
  client.write(`${JSON.stringify({ jsonrpc: '2.0', id: 'one', method: 'transformBatch', params: { batchId: 'b', files } })}\n`);
  await progress;
  expect(await client.error('transformBatch', { batchId: 'b', files: [] })).toMatchObject({ code: -32600 });
  expect(await client.raw('{"jsonrpc":"2.0","id":"one","method":"ping"}')).toMatchObject({ id: 'one', error: { code: -32600 } });
  expect((await first).result.summary.converted).toBe(1000);
  expect(await client.result('transformBatch', { batchId: 'b', files: [] }, { id: 'one' })).toMatchObject({ batchId: 'b' });
});

describe('timeoutMs', () => {
  test('ends a batch in time: what is not done by then is timedOut', async () => {
    const { client } = start();
    const files = Array.from({ length: 5000 }, () => ({ content: page(12_000) }));
    const started = performance.now();
    const { summary, results } = await client.result('transformBatch', { files, options: { timeoutMs: 300 } });
    expect(summary.converted + summary.timedOut).toBe(5000);
    expect(summary.timedOut).toBeGreaterThan(0);
    expect(summary.elapsedMs).toBeGreaterThan(290);
    expect(summary.elapsedMs).toBeLessThan(1500);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(results.map(({ index }) => index)).toEqual(files.map((_, index) => index));
    const last = results.at(-1);
    expect(last).toMatchObject({ status: 'timedOut', error: { code: -32001 } });
  });

  test('of a batch that is done in time does nothing', async () => {
    const { client } = start();
    const { summary } = await client.result('transformBatch', { files: texts.slice(0, 7), options: { timeoutMs: 2 ** 31 - 1 } });
    expect(summary).toMatchObject({ converted: 7, timedOut: 0 });
  });
});

test('the time limit of a file ends that file alone', async () => {
  const { client } = start({ args: ['--set', 'timeoutSeconds=0.3', '--set', 'timeoutSecondsPerMB=0', '--set', 'retries=0', '--set', 'memoryLimitMB=4000'] });
  const files = [{ content: 'a' }, { content: page(20_000_000) }, { content: 'b' }];
  await client.result('transform', files[0]);
  const { results } = await client.result('transformBatch', { files });
  expect(results.map(({ status }) => status)).toEqual(['converted', 'timedOut', 'converted']);
  expect(await client.error('transform', files[1])).toMatchObject({ code: -32001, data: { status: 'timedOut' } });
});

test('progress comes at most twenty times a second, and once at the end, or not at all', async () => {
  const { client } = start();
  const started = performance.now();
  await client.result('transformBatch', { batchId: 'b', files: mixed });
  const seconds = (performance.now() - started) / 1000;
  const progress = client.messages.splice(0).map(({ params }) => params);
  expect(progress.length).toBeLessThanOrEqual(20 * seconds + 2);
  expect(progress.filter(({ completed }) => completed === many)).toHaveLength(1);
  expect(progress.at(-1)).toMatchObject({ batchId: 'b', completed: many, total: many });
  await client.result('transformBatch', { files: mixed.slice(0, 1000), options: { progress: false } });
  expect(client.messages).toEqual([]);
});
