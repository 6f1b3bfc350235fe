import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FastMd, IoError, ProtocolError, TransformError } from '../src/index.js';

const root = mkdtempSync(join(tmpdir(), 'fastmd-'));
writeFileSync(join(root, 'a.md'), '# From disk\n');
const client = new FastMd({ roots: [root], cwd: root, args: ['--cache', join(root, 'cache')] });
afterAll(() => client.close());

const documents = (count: number): { file: string; content: string }[] => Array.from({ length: count }, (_, i) => ({ file: `${i}.md`, content: `# ${i}` }));

describe('transform', () => {
  test('gives the output and all there is to know', async () => {
    expect(await client.transform({ file: 'b.md', content: '---\nn: 1\n---\n# Hi' })).toEqual({
      file: 'b.md', target: 'html', code: '<h1 id="hi">Hi</h1>\n',
      metadata: { title: 'Hi', frontMatter: { n: 1 }, headings: [{ level: 1, text: 'Hi', id: 'hi' }] },
      dependencies: [], diagnostics: [],
    });
  });

  test('reads a file that is named', async () => {
    expect((await client.transform('a.md')).code).toContain('From disk');
  });

  test('gives JavaScript with a source map where it is asked for', async () => {
    const { code, map } = await client.transform({ file: 'a.mdx', content: '{1}' }, { target: 'js', sourcemap: true, mode: 'development', settings: { jsxImportSource: 'preact' } });
    expect(code).toContain('preact/jsx-dev-runtime');
    expect(map).toMatchObject({ version: 3, sources: ['a.mdx'], sourcesContent: ['{1}'] });
  });

  test('rejects with the place of what is wrong', async () => {
    const failure = client.transform({ file: 'a.mdx', content: 'a\n\n{1' }, { target: 'js' });
    await expect(failure).rejects.toBeInstanceOf(TransformError);
    await expect(failure).rejects.toMatchObject({ file: 'a.mdx', line: 3, column: 3, code: -32001, diagnostics: [{ code: 'FM2201' }] });
  });

  test('rejects what may not be read, and what makes no sense, by errors of their own', async () => {
    await expect(client.transform('/etc/passwd')).rejects.toBeInstanceOf(IoError);
    await expect(client.transform('none.md')).rejects.toMatchObject({ name: 'IoError', file: 'none.md' });
    await expect(client.transform({ content: 'a' }, { settings: { flavour: 'gfm' } })).rejects.toThrow(/did you mean 'flavor'/);
    await expect(client.transform({})).rejects.toBeInstanceOf(ProtocolError);
  });

  test('calls of one tick are asked for together, and each gets its own', async () => {
    const before = (await client.metrics())['requests'] as { answered: number };
    const results = await Promise.all(documents(200).map((document) => client.transform(document)));
    const after = (await client.metrics())['requests'] as { answered: number };
    expect(results.map((result) => result.code)).toEqual(documents(200).map(({ file }, i) => `<h1 id="${i}">${parseInt(file)}</h1>\n`));
    expect(after.answered - before.answered).toBe(2);
  });

  test('rejects with the reason of a signal, and leaves the others alone', async () => {
    const abort = new AbortController();
    const [one, two] = [client.transform({ content: 'a' }, { signal: abort.signal }), client.transform({ content: 'b' })];
    abort.abort(new Error('enough'));
    await expect(one).rejects.toThrow('enough');
    expect((await two).code).toBe('<p>b</p>\n');
    await expect(client.transform({ content: 'a' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('takes texts that no one message has room for', async () => {
    const own = new FastMd({ args: ['--max-message-mb', '1'] });
    const content = 'a '.repeat(300_000);
    await expect(own.transform({ content: content + content })).rejects.toThrow(/send a path/);
    expect((await own.transform({ content: 'b' })).code).toBe('<p>b</p>\n');
    await own.close();
    const large = 'x'.repeat(5 * 1024 * 1024);
    const items = await client.transformBatch([{ content: large }, { content: large }, { content: 'b' }]);
    expect(items.map((item) => item.result?.code.length)).toEqual([large.length + 8, large.length + 8, 9]);
  });

  test('rejects when its time is over', async () => {
    const content = '*a **b `c` [d](e)* '.repeat(200_000);
    await expect(client.transform({ content }, { timeout: 1 })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('a document that no message can hold', () => {
  test('fails alone, in a tick and in a batch', async () => {
    const bad = { file: 'b.md', content: 'half a pair: \ud800' };
    const outcomes = await Promise.allSettled([client.transform({ content: 'a' }), client.transform(bad), client.transform({ content: 'c' })]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const items = await client.transformBatch([{ content: 'a' }, bad, { content: 'c' }]);
    expect(items.map((item) => item.status)).toEqual(['converted', 'failed', 'converted']);
    expect(items[1]!.error).toBeInstanceOf(ProtocolError);
  });
});

describe('transformBatch', () => {
  test('gives all results in order when it is awaited', async () => {
    const items = await client.transformBatch(documents(1500));
    expect(items.map((item) => item.index)).toEqual(documents(1500).map((_, i) => i));
    expect(items.every((item) => item.status === 'converted')).toBe(true);
  });

  test('gives each result as it comes when it is iterated, and tells how far it is', async () => {
    const told: number[] = [];
    let last = -1;
    for await (const item of client.transformBatch(documents(600), { onProgress: ({ completed, total }) => { told.push(completed); expect(total).toBe(600); } })) {
      expect(item.index).toBe(++last);
    }

    expect(last).toBe(599);
    expect(told.at(-1)).toBe(600);
  });

  test('gives each result once where order does not matter', async () => {
    const seen = new Set<number>();
    for await (const item of client.transformBatch(documents(600), { ordered: false, maxWorkers: 2 })) seen.add(item.index);
    expect(seen.size).toBe(600);
  });

  test('a document that fails is a result', async () => {
    const items = await client.transformBatch([{ content: 'a' }, 'none.md', { file: 'x.mdx', content: '{' }], { target: 'js' });
    expect(items.map((item) => item.status)).toEqual(['converted', 'failed', 'failed']);
    expect(items[1]!.error).toBeInstanceOf(IoError);
    expect(items[2]!.error).toMatchObject({ name: 'TransformError', line: 1 });
  });

  test('asks for no more than a few ahead of who takes the results', async () => {
    const converted = async (): Promise<number> => ((await client.metrics())['documents'] as { converted: number }).converted;
    const before = await converted();
    const iterator = client.transformBatch(documents(5000))[Symbol.asyncIterator]();
    await iterator.next();
    const idle = new Set<number>();
    for (let now = await converted(); !idle.has(now); now = await converted()) idle.add(now);
    expect((await converted()) - before).toBeLessThan(1000);
    await iterator.return();
  });

  test('rejects with the reason of a signal', async () => {
    const abort = new AbortController();
    const batch = client.transformBatch(documents(5000), { signal: abort.signal });
    const iterating = (async () => { for await (const { index } of batch) if (index === 10) abort.abort(); })();
    await expect(iterating).rejects.toMatchObject({ name: 'AbortError' });
    expect((await client.transform({ content: 'after' })).code).toContain('after');
  });

  test('without documents is done', async () => {
    expect(await client.transformBatch([])).toEqual([]);
  });

  test('rejects with what its progress callback throws', async () => {
    await expect(client.transformBatch(documents(3), { onProgress: () => { throw new Error('mine'); } })).rejects.toThrow('mine');
    expect((await client.transform({ content: 'a' })).code).toBe('<p>a</p>\n');
  });

  test('asks for nothing more once nobody takes its results', async () => {
    let told = 0;
    for await (const _ of client.transformBatch(documents(5000), { onProgress: () => { told++; } })) break;
    const before = told;
    await client.transform({ content: 'a' });
    expect(((await client.metrics())['documents'] as { inHand: number }).inHand).toBe(0);
    expect(told).toBe(before);
  });

  test('with options that make no sense fails for each document', async () => {
    const items = await client.transformBatch(documents(2), { settings: { flavour: 1 } });
    expect(items.map((item) => item.error?.name)).toEqual(['ProtocolError', 'ProtocolError']);
  });
});

describe('the process', () => {
  test('loses nothing when it is killed under load', async () => {
    const own = new FastMd({ roots: [root], cwd: root });
    const started = own.metrics();
    await started;
    const pids = (): string[] => {
      try {
        return execFileSync('pgrep', ['-P', String(process.pid), '-f', `serve --root ${root}$`], { encoding: 'utf8' }).trim().split('\n');
      } catch {
        return [];
      }
    };
    let settled = 0;
    const batch = (async () => (await own.transformBatch(documents(2000))).map((item) => item.status))();
    const calls = Promise.all(documents(300).map(async (document) => {
      const { code } = await own.transform(document);
      settled++;
      return code;
    }));
    for (const pid of pids()) process.kill(Number(pid), 'SIGKILL');
    expect((await calls).length).toBe(300);
    expect(settled).toBe(300);
    expect(new Set(await batch)).toEqual(new Set(['converted']));
    await own.close();
  });

  test('does not keep Node alive while nothing is asked of it', async () => {
    const script = `import { FastMd } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)}; console.log((await new FastMd().transform({ content: 'a' })).code)`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [code] = await once(child, 'close') as [number];
    expect(code).toBe(0);
  });

  test('serves several clients on a socket', async () => {
    const pipe = process.platform === 'win32' ? `fastmd-${process.pid}` : join(root, 'fastmd.sock');
    const server = spawn(process.env['FASTMD_PATH']!, ['serve', '--pipe', pipe, '--root', root], { stdio: 'ignore' });
    const connect = async (): Promise<FastMd> => {
      for (;;) {
        const one = new FastMd({ pipe });
        try {
          await one.metrics();
          return one;
        } catch {
          // The server is still starting.
        }
      }
    };
    const [one, two] = [await connect(), await connect()];
    expect((await one.transform('a.md')).code).toBe((await two.transform('a.md')).code);
    await one.close();
    expect((await two.transform({ content: 'a' })).code).toBe('<p>a</p>\n');
    await two.close();
    server.kill();
    await once(server, 'exit');
  });

  test('keeps a cache, has metrics and health, and normalizes texts', async () => {
    const key = await client.cache.set({ a: [1] });
    expect(await client.cache.get(key)).toEqual({ a: [1] });
    expect(await client.cache.get('none')).toBeUndefined();
    expect(await client.cache.delete(key)).toBe(true);
    expect(await client.cache.clear()).toBe(0);
    expect((await client.cache.stats()).hits).toBe(1);
    expect((await client.health()).checks.length).toBeGreaterThan(3);
    expect(await client.normalize('a\r\n')).toBe('a\n');
    expect(await client.computeDigest({ content: 'a\n' })).toBe(await client.computeDigest({ content: 'a\r\n' }, { normalize: true }));
  });

  test('finishes what was asked of it before it is closed, and closes once', async () => {
    const own = new FastMd();
    const [metrics, one, many] = [own.metrics(), own.transform({ content: 'a' }), own.transformBatch(documents(100))];
    await Promise.all([own.close(), own.close()]);
    expect((await one).code).toBe('<p>a</p>\n');
    expect(await metrics).toHaveProperty('uptimeMs');
    expect((await many).length).toBe(100);
  });

  test('that is closed is not started again', async () => {
    const own = new FastMd();
    await own.transform({ content: 'a' });
    await own.close();
    await own.close();
    await expect(own.transform({ content: 'a' })).rejects.toThrow(/closed/);
  });
});
