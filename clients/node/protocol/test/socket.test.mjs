import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../support/folders.mjs';
import { idle } from '../support/idle.mjs';
import { page } from '../support/pages.mjs';
import { connect, listen, start } from '../support/server.mjs';

const newSocket = () => join(folder(), 's');

test('several clients with the same ids get their own answers', async () => {
  const socket = newSocket();
  await listen({ socket });
  const clients = await Promise.all(Array.from({ length: 8 }, () => connect(socket)));
  await Promise.all(clients.map(async ({ client }, number) => {
    for (let id = 0; id < 50; id++) {
      const { content } = await client.result('normalize', { content: `${number}` }, { id });
      expect(content).toBe(`${number}\n`);
    }
  }));
});

test('batches of the same name in two clients do not collide, and notifications go to their own client', async () => {
  const socket = newSocket();
  await listen({ socket });
  const [a, b] = [await connect(socket), await connect(socket)];
  const run = ({ client }, name) => client.result('transformBatch', {
    batchId: 'batch', files: Array.from({ length: 200 }, (_, index) => ({ file: `${name}${index}.md`, content: page(3000) })), options: { stream: true },
  }, { id: 1 });
  await Promise.all([run(a, 'a'), run(b, 'b')]);
  for (const [{ client }, name] of [[a, 'a'], [b, 'b']]) {
    const files = client.messages.filter(message => message.method === 'batch/result').map(message => message.params.file);
    expect(files).toEqual(Array.from({ length: 200 }, (_, index) => `${name}${index}.md`));
  }
});

test('cancelBatch and $/cancelRequest reach only what is the client\'s own', async () => {
  const socket = newSocket();
  await listen({ socket });
  const [a, b] = [await connect(socket), await connect(socket)];
  const begun = a.client.message(message => message.method === 'progress');
  const batch = a.client.result('transformBatch', { batchId: 'batch', files: Array.from({ length: 600 }, () => ({ content: page(12_000) })) }, { id: 1 });
  await begun;
  b.client.notify('$/cancelRequest', { id: 1 });
  expect(await b.client.result('cancelBatch', { batchId: 'batch' })).toEqual({ cancelled: false });
  expect((await batch).summary.converted).toBe(600);
});

test('a client that closes its side is answered all it asked for', async () => {
  const socket = newSocket();
  await listen({ socket });
  const { client } = await connect(socket);
  const answers = Array.from({ length: 200 }, () => client.result('transform', { content: page(12_000) }));
  client.end();
  expect(await Promise.all(answers)).toHaveLength(200);
  await client.ended;
});

test('exit ends the connection and not the server', async () => {
  const socket = newSocket();
  const server = await listen({ socket });
  for (const hasShutdown of [true, false]) {
    const { client } = await connect(socket);
    if (hasShutdown) {
      await client.result('shutdown');
    }

    client.notify('exit');
    await client.ended;
  }

  const { client } = await connect(socket);
  expect(await client.result('ping')).toEqual({ pong: true });
  expect(server.child.exitCode).toBeNull();
});

test('a client that dies disturbs no other, and what it asked for is ended', async () => {
  const socket = newSocket();
  await listen({ socket });
  const [dying, other] = [await connect(socket), await connect(socket)];
  const content = page(12_000);
  dying.client.call('transformBatch', { files: Array.from({ length: 3000 }, () => ({ content })), options: { progress: false } }).catch(() => {});
  await dying.client.result('ping');
  const before = await other.client.result('transform', { content });
  dying.stream.destroy();
  expect(await other.client.result('transform', { content })).toEqual(before);
  const { documents } = await idle(other.client);
  expect(documents.converted).toBeLessThan(1500);
});

test('clients that connect and leave at once disturb no other', async () => {
  const socket = newSocket();
  const server = await listen({ socket });
  for (let round = 0; round < 50; round++) {
    const answers = Array.from({ length: 10 }, async () => {
      const leaving = net.connect(socket);
      leaving.on('error', () => {});
      leaving.once('connect', () => leaving.destroy());
      const { client } = await connect(socket);
      const answer = await client.result('ping');
      client.end();
      return answer;
    });
    await Promise.all(answers);
  }

  expect(server.child.exitCode).toBeNull();
});

test('rubbish of one client disturbs no other', async () => {
  const socket = newSocket();
  await listen({ socket, args: ['--max-message-mb', '1'] });
  const [bad, good] = [await connect(socket), await connect(socket)];
  bad.client.write(Buffer.alloc(3_000_000, 0xff));
  expect(await good.client.result('ping')).toEqual({ pong: true });
  expect(await bad.client.raw('')).toMatchObject({ id: null, error: { code: -32600 } });
  bad.client.write('{"jsonrpc":"2.0",');
  bad.stream.destroy();
  expect(await good.client.result('ping')).toEqual({ pong: true });
});

test('only the user of the server may connect', async () => {
  const socket = newSocket();
  await listen({ socket });
  expect(statSync(socket).mode & 0o077).toBe(0);
});

test.runIf(process.getuid?.() === 0)('another user cannot connect, and the server goes on', async () => {
  const parent = folder();
  chmodSync(parent, 0o755);
  const socket = join(parent, 's');
  const server = await listen({ socket });
  const script = `require('net').connect(${JSON.stringify(socket)}).on('error', () => {}).on('connect', function () { this.write('{"jsonrpc":"2.0","id":1,"method":"ping"}\\n'); }).on('data', data => process.stdout.write(data)).on('close', () => {});`;
  const stranger = spawnSync(process.execPath, ['-e', script], { uid: 65534, gid: 65534, encoding: 'utf8', timeout: 10_000 });
  expect(stranger.stdout).toBe('');
  const { client } = await connect(socket);
  expect(await client.result('ping')).toEqual({ pong: true });
  expect(server.child.exitCode).toBeNull();
});

test('the socket is gone after the end, and can be used again', async () => {
  const socket = newSocket();
  for (let round = 0; round < 2; round++) {
    const server = await listen({ socket });
    const { client } = await connect(socket);
    await client.result('ping');
    server.child.kill('SIGTERM');
    expect(await server.exited).toEqual({ code: 0, signal: null });
    await client.ended;
    expect(existsSync(socket)).toBe(false);
  }
});

test('a socket that a killed server left is taken over', async () => {
  const socket = newSocket();
  const killed = await listen({ socket });
  killed.child.kill('SIGKILL');
  await killed.exited;
  expect(existsSync(socket)).toBe(true);
  await listen({ socket });
  const { client } = await connect(socket);
  expect(await client.result('ping')).toEqual({ pong: true });
});

test('a socket that another server answers on is left to it', async () => {
  const socket = newSocket();
  await listen({ socket });
  const second = start({ args: ['--pipe', socket] });
  expect((await second.exited).code).toBeGreaterThan(0);
  expect(second.log()).toContain(socket);
  const { client } = await connect(socket);
  expect(await client.result('ping')).toEqual({ pong: true });
});

test('a file that lies where the socket should be is left alone', async () => {
  const path = join(folder(), 'precious.txt');
  writeFileSync(path, 'precious');
  const { exited } = start({ args: ['--pipe', path] });
  expect((await exited).code).toBeGreaterThan(0);
  expect(readFileSync(path, 'utf8')).toBe('precious');
});

test('SIGTERM ends a server with clients that ask and do not read', async () => {
  const socket = newSocket();
  const server = await listen({ socket });
  const stream = net.connect(socket);
  stream.on('error', () => {});
  const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'transformBatch', params: { files: Array.from({ length: 500 }, () => ({ content: page(12_000) })), options: { stream: true } } });
  await new Promise(resolve => stream.write(`${request}\n`, resolve));
  await once(stream, 'readable');
  const started = performance.now();
  server.child.kill('SIGTERM');
  await server.exited;
  stream.destroy();
  expect(performance.now() - started).toBeLessThan(1500);
});
