import { once } from 'node:events';
import { expect, test } from 'vitest';
import { page } from '../support/pages.mjs';
import { memoryOf, start } from '../support/server.mjs';

const MB = 1024 * 1024;
const quiet = 1000;

/** Writes until the server takes no more for a while; gives how many lines it was told. */
async function fill({ client, child }, lineOf, most) {
  for (let count = 0; count < most; count++) {
    if (!client.write(lineOf(count))) {
      const drained = once(child.stdin, 'drain').then(() => true);
      const waited = new Promise(resolve => setTimeout(resolve, quiet, false));
      if (!await Promise.race([drained, waited])) {
        return count + 1;
      }
    }
  }

  throw new Error('The server never stopped reading.');
}

test.each([
  ['transforms of 12 KB', id => ({ id, method: 'transform', params: { content: page(12_000) } })],
  ['transforms of 1 MB', id => ({ id, method: 'transform', params: { content: page(MB) } })],
  ['requests without end that are quick', id => ({ id, method: 'ping' })],
  ['requests that are refused', id => ({ id, method: 'nothing' })],
])('a client that sends %s and does not read is not read from, and answered when it reads again', async (_, requestOf) => {
  const server = start({ reads: false });
  const { client, child } = server;
  const sent = await fill(server, id => `${JSON.stringify({ jsonrpc: '2.0', ...requestOf(id) })}\n`, 300_000);
  const resident = memoryOf(child.pid, 'VmRSS');
  console.log(`${sent} requests before the server stopped reading; ${(resident / MB).toFixed(0)} MB resident.`);
  expect(resident).toBeLessThan(600 * MB);
  const answered = client.message(message => message.id === 'last');
  client.write('{"jsonrpc":"2.0","id":"last","method":"ping"}\n');
  client.read();
  await answered;
  client.end();
  await server.exited;
  const ids = client.messages.map(message => message.id).filter(id => id !== 'last');
  expect(ids).toHaveLength(sent);
  expect(new Set(ids).size).toBe(sent);
}, 120_000);

test('a batch that streams to a client that does not read waits for it', async () => {
  const server = start({ reads: false });
  const { client, child, exited } = server;
  const files = Array.from({ length: 4000 }, (_, index) => ({ file: `${index}.md`, content: page(12_000) }));
  const answer = client.result('transformBatch', { files, options: { stream: true } });
  await once(child.stdout, 'readable');
  await new Promise(resolve => setTimeout(resolve, quiet));
  const resident = memoryOf(child.pid, 'VmRSS');
  console.log(`A batch whose results nobody reads: ${(resident / MB).toFixed(0)} MB resident.`);
  expect(resident).toBeLessThan(600 * MB);
  client.read();
  expect((await answer).summary.converted).toBe(4000);
  client.end();
  expect(await exited).toEqual({ code: 0, signal: null });
  expect(client.messages.filter(message => message.method === 'batch/result').map(message => message.params.index)).toEqual(files.map((_, index) => index));
});

