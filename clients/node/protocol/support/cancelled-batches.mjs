import { randomOf } from './random.mjs';
import { page } from './pages.mjs';

/** Runs batches that are cancelled at random, a few at a time; gives how each ended, and what broke a promise of the protocol. */
export async function cancelBatches(client, count, seed) {
  const random = randomOf(seed);
  const files = Array.from({ length: 200 }, (_, index) => ({ file: `${index}.md`, content: page(500 + (index * 131) % 6000) }));
  const ends = { whole: 0, cancelledBatch: 0, cancelledRequest: 0 };
  const broken = [];
  let next = 0;

  async function lane() {
    while (next < count) {
      const number = next++;
      await one(number);
    }
  }

  async function one(number) {
    const batchId = `batch ${number}`;
    const options = { stream: random.chance(0.5), ordered: random.chance(0.7), progress: random.chance(0.5), maxWorkers: 1 + random.below(8) };
    const answer = client.call('transformBatch', { batchId, files: files.slice(0, 1 + random.below(files.length)), options }, { id: batchId });
    for (let pings = random.below(4); pings > 0; pings--) {
      await client.result('ping');
    }

    const way = random.below(3);
    const cancelled = way === 1 ? client.result('cancelBatch', { batchId }) : null;
    if (way === 2) {
      client.notify('$/cancelRequest', { id: batchId });
    }

    check(batchId, options, await answer, way);
    await cancelled;
  }

  function check(batchId, options, answer, way) {
    const told = client.messages.filter(message => message.params?.batchId === batchId);
    client.messages = client.messages.filter(message => message.params?.batchId !== batchId);
    const results = options.stream ? told.filter(message => message.method === 'batch/result').map(message => message.params) : answer.result?.results ?? [];
    if (new Set(results.map(result => result.index)).size !== results.length) {
      broken.push(`${batchId}: a result came twice`);
    }

    if (answer.error) {
      ends.cancelledRequest++;
      if (answer.error.code !== -32800 || way !== 2) {
        broken.push(`${batchId}: ${answer.error.code} ${answer.error.message}`);
      }

      return;
    }

    const { total, converted, failed, timedOut, cancelled } = answer.result.summary;
    ends[cancelled > 0 ? 'cancelledBatch' : 'whole']++;
    if (converted + failed + timedOut + cancelled !== total || results.length !== total || failed + timedOut > 0 || (cancelled > 0 && way !== 1)) {
      broken.push(`${batchId}: ${JSON.stringify(answer.result.summary)}, ${results.length} results`);
    }
  }

  await Promise.all(Array.from({ length: 4 }, lane));
  return { ends, broken };
}
