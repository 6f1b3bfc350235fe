import { once } from 'node:events';
import { expect, test } from 'vitest';
import { folder } from '../support/folders.mjs';
import { idle } from '../support/idle.mjs';
import { changeBytes, changeJson, requestOf } from '../support/messages.mjs';
import { answerOf } from '../support/oracle.mjs';
import { randomOf } from '../support/random.mjs';
import { connect, listen, start } from '../support/server.mjs';

const files = { 'a.md': '# A\n', 'b.mdx': "import C from './sub/c.md'\n\n<C/>\n", 'sub/c.md': 'c\n', 'ü.md': 'ü' };

function lineOf(random, number) {
  const request = requestOf(random, `m${number}`);
  const kind = random.next();
  return kind < 0.5 ? Buffer.from(JSON.stringify(request)) : kind < 0.75 ? changeJson(random, request) : changeBytes(random, Buffer.from(JSON.stringify(request)));
}

/** How many more answers there are than are due, for each id where the numbers differ. */
function difference(answered, due) {
  const counts = new Map();
  answered.forEach(key => counts.set(key, (counts.get(key) ?? 0) + 1));
  due.forEach(key => counts.set(key, (counts.get(key) ?? 0) - 1));
  return [...counts].filter(([, count]) => count !== 0);
}

test.each([1, 2].map(seed => [seed]))('10,000 random messages are each answered once (seed %i)', async seed => {
  const { client, child, exited, log } = start({ cwd: folder(files) });
  const random = randomOf(seed);
  const due = [];
  for (let number = 0; number < 10_000; number++) {
    const bytes = lineOf(random, number);
    for (let start = 0, end; start <= bytes.length; start = end + 1) {
      end = bytes.indexOf(10, start) < 0 ? bytes.length : bytes.indexOf(10, start);
      const answer = answerOf(bytes.subarray(start, end));
      if (answer !== undefined) {
        due.push(String(answer));
      }
    }

    if (!client.write(Buffer.concat([bytes, Buffer.from('\n')]))) {
      await once(child.stdin, 'drain');
    }
  }

  client.end();
  expect(await exited, log().slice(-2000)).toEqual({ code: 0, signal: null });
  await client.ended;
  const answers = client.messages.filter(message => 'id' in message);
  expect(difference(answers.map(message => JSON.stringify(message.id)), due)).toEqual([]);
  expect(answers.filter(message => message.error?.code === -32603)).toEqual([]);
});

test('four clients that talk at random on a socket each get their answers', async () => {
  const cwd = folder(files);
  const socket = `${cwd}/s`;
  const server = await listen({ socket, cwd });
  await Promise.all([11, 12, 13, 14].map(async seed => {
    const { client, stream } = await connect(socket);
    const random = randomOf(seed);
    const ids = [];
    for (let number = 0; number < 1000; number++) {
      const request = requestOf(random, `m${number}`);
      if ('id' in request) {
        ids.push(request.id);
      }

      if (!client.write(`${JSON.stringify(request)}\n`)) {
        await once(stream, 'drain');
      }
    }

    client.end();
    await client.ended;
    expect(client.messages.filter(message => 'id' in message).map(message => message.id).sort()).toEqual(ids.sort());
  }));
  const { client } = await connect(socket);
  await idle(client);
  expect(server.child.exitCode).toBeNull();
});
