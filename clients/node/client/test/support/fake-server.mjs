#!/usr/bin/env node
// A server that ends, or says nonsense, when a document tells it to: what a real one does only when something is wrong with it.
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const say = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
if (process.env.FAKE_LOG) appendFileSync(process.env.FAKE_LOG, `start ${process.pid}\n`);
if (process.env.FAKE_DIES) {
  process.stderr.write('cannot start\n');
  process.exit(7);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (method === 'exit') process.exit(0);
  if (method === 'transformBatch') {
    for (const [index, { file, content }] of params.files.entries()) {
      if (process.env.FAKE_LOG) appendFileSync(process.env.FAKE_LOG, `${file} of ${params.files.length}\n`);
      if (content === 'die') {
        process.stderr.write(`dying of ${file}\n`, () => process.exit(3));
        await new Promise(() => {});
      }

      if (content === 'nonsense') process.stdout.write('Segmentation fault\n');
      say({ method: 'batch/result', params: { batchId: params.batchId, index, file, status: 'converted', target: 'html', code: content, metadata: { headings: [] }, dependencies: [], diagnostics: [] } });
    }
  }

  if (method === 'normalize' && params.content === 'die') process.kill(process.pid, 'SIGKILL');
  if (id !== undefined) say({ id, result: method === 'normalize' ? params : {} });
}
