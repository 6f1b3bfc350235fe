import { CancellationTokenSource, createMessageConnection } from 'vscode-jsonrpc/node';
import { expect, onTestFinished, test } from 'vitest';
import { LineMessageReader, LineMessageWriter } from '../support/ndjson.mjs';
import { page } from '../support/pages.mjs';
import { problemOf } from '../support/schema.mjs';
import { start } from '../support/server.mjs';

function connection() {
  const server = start({ reads: false });
  const connected = createMessageConnection(new LineMessageReader(server.child.stdout), new LineMessageWriter(server.child.stdin));
  connected.onError(error => { throw error; });
  connected.listen();
  onTestFinished(() => connected.dispose());
  return { ...server, connected };
}

const pages = count => Array.from({ length: count }, (_, index) => ({ file: `${index}.md`, content: page(12_000) }));

test('a request is answered', async () => {
  const { connected } = connection();
  const result = await connected.sendRequest('transform', { file: 'a.md', content: '# Hello' });
  expect(problemOf('transformResult', result)).toBeNull();
  expect(result.code).toBe('<h1 id="hello">Hello</h1>\n');
});

test('the notifications of a batch come before its answer', async () => {
  const { connected } = connection();
  const told = { results: [], progress: [] };
  let isAnswered = false;
  connected.onNotification('batch/result', params => {
    expect(problemOf('batchResultParams', params)).toBeNull();
    expect(isAnswered).toBe(false);
    told.results.push(params.index);
  });
  connected.onNotification('progress', params => {
    expect(problemOf('progressParams', params)).toBeNull();
    expect(isAnswered).toBe(false);
    told.progress.push(params.completed);
  });
  const answer = await connected.sendRequest('transformBatch', { batchId: 'b', files: pages(300), options: { stream: true } });
  isAnswered = true;
  expect(problemOf('transformBatchResult', answer)).toBeNull();
  expect(answer).toMatchObject({ batchId: 'b', summary: { total: 300, converted: 300 } });
  expect(answer.results).toBeUndefined();
  expect(told.results).toEqual(Array.from({ length: 300 }, (_, index) => index));
  expect(told.progress.at(-1)).toBe(300);
  expect(told.progress).toEqual([...told.progress].sort((a, b) => a - b));
});

test('a cancellation token cancels a request', async () => {
  const { connected } = connection();
  for (const [method, params] of [['transformBatch', { files: pages(3000) }], ['transform', { content: page(5_000_000) }]]) {
    const source = new CancellationTokenSource();
    const answer = connected.sendRequest(method, params, source.token);
    await connected.sendRequest('ping');
    source.cancel();
    await expect(answer, method).rejects.toMatchObject({ code: -32800 });
  }
});

test('an error has its code, its message and its data', async () => {
  const { connected } = connection();
  const failure = await connected.sendRequest('transform', { file: 'a.mdx', content: '{' }).catch(error => error);
  expect(failure).toMatchObject({ code: -32001, message: expect.stringContaining('a.mdx'), data: { file: 'a.mdx', status: 'failed' } });
  expect(problemOf('failure', failure.data)).toBeNull();
});

test('the connection ends as in the documentation', async () => {
  const { connected, exited } = connection();
  await connected.sendRequest('initialize', { protocolVersion: 1, clientInfo: { name: 'vscode-jsonrpc' } });
  expect(await connected.sendRequest('shutdown')).toBeNull();
  await connected.sendNotification('exit');
  expect(await exited).toEqual({ code: 0, signal: null });
});
