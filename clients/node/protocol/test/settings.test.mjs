import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../support/folders.mjs';
import { connect, listen, start } from '../support/server.mjs';

const content = 'a <b>x</b>\n';
const escaped = '<p>a &lt;b&gt;x&lt;/b&gt;</p>\n';
const allowed = '<p>a <b>x</b></p>\n';
const codeOf = async (client, options) => (await client.result('transform', { content, ...(options ? { options } : {}) })).code;

test('configure is in force for later requests, and null takes back', async () => {
  const { client } = start();
  expect(await codeOf(client)).toBe(allowed);
  expect(await client.result('configure', { settings: { rawHtml: 'escape' } })).toEqual({ settings: { rawHtml: 'escape' } });
  expect(await codeOf(client)).toBe(escaped);
  expect((await client.result('transformBatch', { files: [{ content }] })).results[0].code).toBe(escaped);
  expect(await client.result('configure', { settings: {} })).toEqual({ settings: { rawHtml: 'escape' } });
  expect(await client.result('configure', { settings: { rawHtml: null } })).toEqual({ settings: {} });
  expect(await codeOf(client)).toBe(allowed);
});

test('initialize with settings is as configure', async () => {
  const { client } = start();
  expect((await client.result('initialize', { settings: { rawHtml: 'escape', to: 'markdown' } })).settings).toEqual({ rawHtml: 'escape', to: 'markdown' });
  expect((await client.result('transform', { content })).target).toBe('markdown');
});

test('a request that is written right after configure has its settings', async () => {
  const { client } = start();
  for (let round = 0; round < 200; round++) {
    const rawHtml = round % 2 ? 'allow' : 'escape';
    const configured = client.result(round % 3 ? 'configure' : 'initialize', { settings: { rawHtml } });
    const code = codeOf(client);
    await configured;
    expect(await code, `round ${round}`).toBe(round % 2 ? allowed : escaped);
  }
});

test('options of a request go before configure, that before the command line, that before fastmd.json', async () => {
  const cwd = folder({ 'fastmd.json': '{ "rawHtml": "sanitize", "to": "markdown" }' });
  const { client } = start({ cwd, args: ['--set', 'rawHtml=escape'] });
  expect((await client.result('initialize')).settings).toMatchObject({ rawHtml: 'escape', to: 'markdown' });
  expect(await codeOf(client, { target: 'html' })).toBe(escaped);
  await client.result('configure', { settings: { rawHtml: 'allow' } });
  expect(await codeOf(client, { target: 'html' })).toBe(allowed);
  expect(await codeOf(client, { target: 'html', settings: { rawHtml: 'escape' } })).toBe(escaped);
  await client.result('configure', { settings: { rawHtml: null } });
  expect(await codeOf(client, { target: 'html' })).toBe(escaped);
});

test('settings of a request hold for it alone', async () => {
  const { client } = start();
  const codes = await Promise.all(Array.from({ length: 200 }, (_, index) => codeOf(client, index % 2 ? { settings: { rawHtml: 'escape' } } : undefined)));
  expect(codes.every((code, index) => code === (index % 2 ? escaped : allowed))).toBe(true);
});

test('a setting that is unknown, or has a bad value, is refused with a hint, and nothing of the request holds', async () => {
  const { client } = start();
  const unknown = await client.error('configure', { settings: { rawHtml: 'escape', rawHtmll: 'x' } });
  expect(unknown).toMatchObject({ code: -32602, message: expect.stringMatching(/rawHtmll.*rawHtml/) });
  const bad = await client.error('configure', { settings: { to: 'js', rawHtml: 'maybe' } });
  expect(bad).toMatchObject({ code: -32602, message: expect.stringMatching(/maybe.*escape/) });
  expect(await client.error('initialize', { settings: { none: 1 } })).toMatchObject({ code: -32602 });
  expect(await codeOf(client)).toBe(allowed);
  expect(await client.result('configure', { settings: {} })).toEqual({ settings: {} });
});

test('a setting that all clients share is refused, wherever it is given, and belongs to the process', async () => {
  const { client } = start({ args: ['--set', 'timeoutSeconds=20'] });
  for (const settings of [{ timeoutSeconds: 1 }, { workers: 1 }, { memoryLimitMB: 300 }]) {
    const [key] = Object.keys(settings);
    for (const [method, params] of [['configure', { settings }], ['initialize', { settings }], ['transform', { content, options: { settings } }], ['transformBatch', { files: [{ content, options: { settings } }] }]]) {
      const { error, result } = await client.call(method, params);
      expect(error ?? result.results[0].error, `${method} ${key}`).toMatchObject({ code: -32602, message: expect.stringContaining(key) });
    }
  }

  expect((await client.result('initialize')).settings).toEqual({ timeoutSeconds: 20 });
});

test('a name that is made up of others is no setting', async () => {
  const { client } = start();
  await client.result('transform', { content, options: { settings: { math: 'auto', emoji: 'auto' } } });
  for (const name of ['math="auto"\temoji', 'math\u0000emoji', 'math="auto"\nemoji', 'math=auto;emoji', '__proto__', '']) {
    expect(await client.error('transform', { content, options: { settings: { [name]: 'auto' } } }), JSON.stringify(name)).toMatchObject({ code: -32602 });
  }
});

test('more sets of settings than are kept ready do no harm', async () => {
  const { client } = start();
  for (let number = 1; number <= 500; number++) {
    expect((await client.result('transform', { content: 'a', options: { settings: { maxDocumentMB: 1 + number % 200 } } })).code).toBe('<p>a</p>\n');
  }
});

test('settings are those of a client alone', async () => {
  const socket = join(folder(), 's');
  await listen({ socket });
  const [a, b] = [(await connect(socket)).client, (await connect(socket)).client];
  await a.result('configure', { settings: { rawHtml: 'escape' } });
  expect(await codeOf(a)).toBe(escaped);
  expect(await codeOf(b)).toBe(allowed);
  expect((await b.result('initialize')).settings).toEqual({});
});

test('settings of the environment count', async () => {
  const { client } = start({ env: { FASTMD_RAW_HTML: 'escape' } });
  expect(await codeOf(client)).toBe(escaped);
});

test('fastmd.json that cannot be read ends the process with a line that says why', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'fastmd.json'), '{ "none": 1 }');
  const { exited, log } = start({ cwd });
  expect((await exited).code).toBeGreaterThan(0);
  expect(log()).toContain('none');
});
