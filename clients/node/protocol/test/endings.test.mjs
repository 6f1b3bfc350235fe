import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { page } from '../support/pages.mjs';
import { executable, start } from '../support/server.mjs';

const longBatch = { files: Array.from({ length: 3000 }, (_, index) => ({ file: `${index}.md`, content: page(12_000) })) };

/** Starts a batch that takes seconds, and waits until it runs. */
async function startLongBatch(client, options) {
  const begun = client.message(message => message.method === 'progress');
  client.call('transformBatch', { ...longBatch, options }, { id: 'long' }).catch(() => {});
  await begun;
}

async function endsWithin(milliseconds, exited) {
  const started = performance.now();
  const end = await exited;
  expect(performance.now() - started).toBeLessThan(milliseconds);
  return end;
}

test('standard input that is closed at once ends the process with 0', async () => {
  const { client, exited } = start();
  client.end();
  expect(await exited).toEqual({ code: 0, signal: null });
});

test('the end of standard input lets all requests be answered', async () => {
  const { client, exited } = start();
  const answers = Array.from({ length: 300 }, () => client.result('transform', { content: page(12_000) }));
  const batch = client.result('transformBatch', { files: longBatch.files.slice(0, 200) });
  client.end();
  expect(await Promise.all(answers)).toHaveLength(300);
  expect((await batch).summary).toMatchObject({ converted: 200 });
  expect(await exited).toEqual({ code: 0, signal: null });
});

test('exit after shutdown ends the process with 0, and without with 1', async () => {
  for (const [hasShutdown, code] of [[true, 0], [false, 1]]) {
    const { client, exited } = start();
    if (hasShutdown) {
      expect(await client.result('shutdown')).toBeNull();
    }

    client.notify('exit');
    expect(await exited).toEqual({ code, signal: null });
  }
});

test('exit waits for the requests that run, and reads no more', async () => {
  const { client, exited } = start();
  const batch = client.result('transformBatch', { files: longBatch.files.slice(0, 200) });
  const shutdown = client.result('shutdown');
  client.notify('exit');
  client.call('ping').then(() => expect.unreachable(), () => {});
  expect(await shutdown).toBeNull();
  expect((await batch).summary.converted).toBe(200);
  expect(await exited).toEqual({ code: 0, signal: null });
});

test('after shutdown requests are refused, and those that run are answered', async () => {
  const { client, exited } = start();
  const batch = client.result('transformBatch', { files: longBatch.files.slice(0, 200) });
  const shutdown = client.result('shutdown');
  const refused = ['ping', 'transform', 'shutdown', 'nothing'].map(method => client.error(method, {}));
  for (const error of await Promise.all(refused)) {
    expect(error.code).toBe(-32600);
  }

  expect(await shutdown).toBeNull();
  expect((await batch).summary.converted).toBe(200);
  client.end();
  expect(await exited).toEqual({ code: 0, signal: null });
});

test('a request right after shutdown in the same write is refused', async () => {
  const { client } = start();
  const last = client.message(message => message.id === 2);
  client.write('{"jsonrpc":"2.0","id":1,"method":"shutdown"}\n{"jsonrpc":"2.0","id":2,"method":"ping"}\n');
  expect(await last).toMatchObject({ error: { code: -32600 } });
});

test('a client that dies ends an idle process within a second', async () => {
  const { client, child, exited } = start();
  await client.result('ping');
  child.stdin.destroy();
  child.stdout.destroy();
  await endsWithin(1000, exited);
});

test.each([['streams', { stream: true }], ['collects', {}], ['collects without progress', { progress: false }]])('a client that dies ends a process that %s a long batch within a second', async (_, options) => {
  const { client, child, exited } = start();
  if (options.progress === false) {
    client.call('transformBatch', { ...longBatch, options }).catch(() => {});
    await client.result('ping');
  } else {
    await startLongBatch(client, options);
  }

  child.stdin.destroy();
  child.stdout.destroy();
  await endsWithin(1000, exited);
});

test('a client that closes only standard output ends the process within a second', async () => {
  const { client, child, exited } = start();
  await startLongBatch(client);
  child.stdout.destroy();
  await endsWithin(1000, exited);
});

test('a reader of a real pipe that leaves ends the process', async () => {
  const shell = spawn('sh', ['-c', '{ "$0" serve; echo "code $?" >&2; } | head -n 1', executable], { stdio: ['pipe', 'pipe', 'pipe'] });
  let log = '';
  shell.stderr.on('data', text => { log += text; });
  shell.stdin.on('error', () => {});
  shell.stdin.write('{"jsonrpc":"2.0","id":1,"method":"ping"}\n');
  await endsWithin(2000, once(shell, 'close'));
  expect(log).toMatch(/^code \d+\n$/);
});

test('SIGTERM ends an idle process, and one with a long batch, within a second', async () => {
  for (const isBusy of [false, true]) {
    const { client, child, exited } = start();
    await (isBusy ? startLongBatch(client) : client.result('ping'));
    child.kill('SIGTERM');
    expect(await endsWithin(1000, exited)).toEqual({ code: 130, signal: null });
  }
});

test('SIGTERM ends a process whose client does not read within a second', async () => {
  const { client, child, exited } = start({ reads: false });
  client.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'transformBatch', params: { ...longBatch, options: { stream: true } } })}\n`);
  await once(child.stdout, 'readable');
  child.kill('SIGTERM');
  child.stdout.resume();
  await endsWithin(1500, exited);
});

test('a limit that makes no sense is a mistake of the caller', async () => {
  for (const args of [['--max-message-mb', '0'], ['--max-message-mb', 'x'], ['--cache-mb', '-1'], ['--root', 'none'], ['--set', 'none=1'], ['extra']]) {
    const { exited, log } = start({ args, reads: false });
    const { code } = await exited;
    expect(code, args.join(' ')).not.toBe(0);
    expect(log()).not.toBe('');
  }
});
