import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cancelBatches } from '../support/cancelled-batches.mjs';
import { folder } from '../support/folders.mjs';
import { idle } from '../support/idle.mjs';
import { changeBytes, changeJson, requestOf } from '../support/messages.mjs';
import { page } from '../support/pages.mjs';
import { randomOf } from '../support/random.mjs';
import { connect, listen, memoryOf, start } from '../support/server.mjs';

const MB = 1024 * 1024;

/** Runs work a few at a time. */
async function inLanes(lanes, count, work) {
  let next = 0;
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (next < count) {
      await work(next++);
    }
  }));
}

describe.runIf(process.env.FASTMD_SOAK)('soak', () => {
  test('100,000 transforms leave memory where it was after the first 20,000', async () => {
    const { client, child } = start();
    const pages = Array.from({ length: 50 }, (_, index) => page(2000 + index * 400));
    const peaks = [];
    const started = performance.now();
    for (let part = 0; part < 10; part++) {
      let peak = 0;
      await inLanes(16, 10_000, async number => {
        await client.result('transform', { file: `${number}.md`, content: pages[number % pages.length] });
        peak = number % 100 === 0 ? Math.max(peak, memoryOf(child.pid, 'VmRSS')) : peak;
      });
      peaks.push(peak / MB);
    }

    console.log(`100,000 transforms in ${((performance.now() - started) / 1000).toFixed(1)} s; highest resident MB of each 10,000: ${peaks.map(peak => peak.toFixed(0)).join(', ')}.`);
    const warm = Math.max(peaks[1], peaks[2]);
    expect(Math.max(...peaks.slice(3))).toBeLessThan(warm * 1.1);
  });

  test('1,000 batches that are cancelled at random are each answered once, and leave nothing behind', async () => {
    const { client } = start();
    const { ends, broken } = await cancelBatches(client, 1000, 7);
    console.log(`1,000 batches: ${JSON.stringify(ends)}.`);
    expect(broken).toEqual([]);
    await idle(client);
    expect(client.messages).toEqual([]);
  });

  test('100,000 random messages, and none is a mistake of the server', async () => {
    const { client, child, exited, log } = start({ cwd: folder({ 'a.md': '# A\n' }) });
    const random = randomOf(99);
    for (let number = 0; number < 100_000; number++) {
      const request = requestOf(random, `m${number}`);
      const bytes = number % 2 ? Buffer.from(JSON.stringify(request)) : number % 4 ? changeJson(random, request) : changeBytes(random, Buffer.from(JSON.stringify(request)));
      if (!client.write(Buffer.concat([bytes, Buffer.from('\n')]))) {
        await once(child.stdin, 'drain');
      }
    }

    const memory = memoryOf(child.pid, 'VmHWM') / MB;
    client.end();
    expect(await exited, log().slice(-2000)).toEqual({ code: 0, signal: null });
    console.log(`100,000 random messages: at most ${memory.toFixed(0)} MB resident.`);
    expect(client.messages.filter(message => message.error?.code === -32603)).toEqual([]);
  });

  test('2,000 clients of a socket, one after the other and some at once, leave no descriptor behind', async () => {
    const socket = join(folder(), 's');
    const server = await listen({ socket });
    const descriptors = () => readdirSync(`/proc/${server.child.pid}/fd`).length;
    const visit = async () => {
      const { client, stream } = await connect(socket);
      await client.result('transform', { content: page(3000) });
      stream.destroy();
    };
    await inLanes(8, 100, visit);
    const before = descriptors();
    await inLanes(8, 2000, visit);
    const { client } = await connect(socket);
    await idle(client);
    console.log(`Descriptors before and after 2,000 clients: ${before}, ${descriptors()}.`);
    expect(descriptors()).toBeLessThan(before + 20);
  });

  test('processes that are killed in the midst of writing the cache leave it sound, and no temporary file', async () => {
    const cache = join(folder(), 'cache');
    const temporary = folder();
    for (let round = 0; round < 30; round++) {
      const { client, child, exited } = start({ cache, args: ['--cache-mb', '4'], env: { TMPDIR: temporary } });
      const value = 'x'.repeat(500_000);
      for (let index = 0; index < 20; index++) {
        client.call('cache.set', { key: `k${index % 5}`, value: `${round} ${value}` }).catch(() => {});
      }

      client.call('normalize', { content: 'x'.repeat(3_000_000) }).catch(() => {});
      await client.result('cache.get', { key: 'k0' });
      child.kill('SIGKILL');
      await exited;
    }

    const { client } = start({ cache, args: ['--cache-mb', '4'], env: { TMPDIR: temporary } });
    for (let index = 0; index < 5; index++) {
      const { found, value } = await client.result('cache.get', { key: `k${index}` });
      expect(!found || value.length > 500_000).toBe(true);
    }

    expect((await client.result('cache.stats')).corrupt).toBe(0);
    expect(readdirSync(temporary).filter(name => name.startsWith('fastmd-'))).toEqual([]);
  });

  test('a batch of 100,000 files that is not streamed takes memory for its files only', async () => {
    const { client, child } = start();
    const content = '# A page\n\nA sentence, and **another**.\n';
    const { summary } = await client.result('transformBatch', { files: Array.from({ length: 100_000 }, (_, index) => ({ file: `${index}.md`, content })) });
    expect(summary.converted).toBe(100_000);
    console.log(`100,000 files in ${(summary.elapsedMs / 1000).toFixed(1)} s; at most ${(memoryOf(child.pid, 'VmHWM') / MB).toFixed(0)} MB resident.`);
  });
});
