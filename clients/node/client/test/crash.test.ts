import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { FastMd, SidecarCrashError } from '../src/index.js';

const path = fileURLToPath(new URL('support/fake-server.mjs', import.meta.url));

// The executable is a script, which Windows does not start.
describe.skipIf(process.platform === 'win32')('a server that ends', () => {
  const log = join(mkdtempSync(join(tmpdir(), 'fastmd-')), 'log');
  let client: FastMd;
  const open = (environment: Record<string, string> = {}): FastMd => {
    Object.assign(process.env, { FAKE_LOG: log, ...environment });
    return (client = new FastMd({ path }));
  };
  afterEach(async () => {
    delete process.env['FAKE_DIES'];
    await client.close();
  });

  test('costs only the document that ends it again when it is alone', async () => {
    open();
    const documents = Array.from({ length: 300 }, (_, i) => ({ file: `${i}.md`, content: i === 150 || i === 170 ? 'die' : `${i}` }));
    const items = await client.transformBatch(documents);
    expect(items.filter((item) => item.status !== 'converted').map((item) => item.index)).toEqual([150, 170]);
    expect(items.map((item) => item.index)).toEqual(documents.map((_, i) => i));
    const { error } = items[150]!;
    expect(error).toBeInstanceOf(SidecarCrashError);
    expect(error).toMatchObject({ exitCode: 3, signal: null, stderr: 'dying of 150.md\n', file: '150.md' });
    expect(error!.message).toContain('dying of 150.md');
    expect(readFileSync(log, 'utf8')).toContain('150.md of 1\n');
  });

  test('costs no other call: each is settled once, and those in hand are tried again alone', async () => {
    open();
    const outcomes = await Promise.allSettled([
      client.transform({ file: 'a', content: 'a' }),
      client.transform({ file: 'b', content: 'die' }),
      client.transform({ file: 'c', content: 'c' }),
      client.transform({ file: 'd', content: 'd' }, { target: 'js' }),
      client.normalize('n'),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect((outcomes[2] as PromiseFulfilledResult<{ code: string }>).value.code).toBe('c');
    expect((await client.transform({ content: 'after' })).code).toBe('after');
  });

  test('is said to when it is killed by what was asked of it twice', async () => {
    open();
    await expect(client.normalize('die')).rejects.toMatchObject({ name: 'SidecarCrashError', signal: 'SIGKILL' });
    expect(await client.normalize('fine')).toBe('fine');
  });

  test('as soon as it starts is an error with what it said, and no loop', async () => {
    open({ FAKE_DIES: '1' });
    await expect(client.transform({ content: 'a' })).rejects.toMatchObject({ exitCode: 7, stderr: 'cannot start\n' });
    delete process.env['FAKE_DIES'];
    expect((await client.transform({ content: 'b' })).code).toBe('b');
  });

  test('while nothing is asked of it is started again with the next call', async () => {
    open();
    await client.transform({ content: 'a' });
    const pid = Number(/start (\d+)\n[^]*$/.exec(readFileSync(log, 'utf8').slice(readFileSync(log, 'utf8').lastIndexOf('start')))![1]);
    process.kill(pid, 'SIGKILL');
    expect((await client.transform({ content: 'b' })).code).toBe('b');
  });

  test('or says something that is no message costs only the document that made it say so', async () => {
    open();
    const [nonsense, innocent] = [client.transform({ content: 'nonsense' }), client.transform({ content: 'a' })];
    await expect(nonsense).rejects.toThrow(/no message: Segmentation fault/);
    expect((await innocent).code).toBe('a');
    expect((await client.transform({ content: 'b' })).code).toBe('b');
  });
});
