import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemOf, definitions } from '../support/schema.mjs';
import { start } from '../support/server.mjs';

const text = readFileSync(new URL('../../../../docs/protocol.md', import.meta.url), 'utf8');
const [conversation, notifications] = [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].filter(match => match[1] === 'text').map(match => match[2].trimEnd().split('\n'));

test('the conversation of the documentation takes place as it is written', async () => {
  const { client, exited } = start();
  for (const line of conversation) {
    const said = line.slice(2);
    if (line.startsWith('→')) {
      client.write(`${said}\n`);
      continue;
    }

    const told = await client.message();
    const hasDots = said.includes('…');
    expect(hasDots ? { ...told, result: { ...told.result, capabilities: {}, settings: {} } } : told)
      .toEqual(JSON.parse(said.replaceAll('{…}', '{}')));
  }

  expect(await exited).toEqual({ code: 0, signal: null });
});

test('the notifications of the documentation are those of the schema', () => {
  const [result, progress] = notifications.map(line => line.slice(2));
  expect(problemOf('progressNotification', JSON.parse(progress))).toBeNull();
  const complete = JSON.parse(result.replace(',…}', ',"metadata":{"headings":[]},"dependencies":[],"diagnostics":[]}'));
  expect(problemOf('batchResultNotification', complete)).toBeNull();
});

test('the schema describes each method that the server has, and no other', async () => {
  const { client } = start();
  const { capabilities } = await client.result('initialize');
  const described = Object.keys(definitions).filter(name => name.endsWith('Request') && definitions[name].properties?.id)
    .map(name => definitions[name].properties.method.const);
  expect([...capabilities.methods].sort()).toEqual(described.sort());
});

test('each schema of the file can be used, and says what it is', () => {
  for (const [name, definition] of Object.entries(definitions)) {
    expect(problemOf(name, undefined), name).not.toBeNull();
    expect(definition.title && definition.description, name).toBeTruthy();
  }
});
