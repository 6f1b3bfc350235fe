import { join } from 'node:path';
import { FastMd, type TransformResult } from '@fastmd/client';
import { afterEach, expect, test, vi } from 'vitest';
import fastmd from '../src/index.js';
import { project, write } from './support/project.js';
import { serve, watched } from './support/server.js';

afterEach(() => vi.restoreAllMocks());

test('a server compiles for development, with source maps', async () => {
  const root = project({ 'page.mdx': '# Hi {1}\n' });
  const { server } = await serve(root, { plugins: [fastmd()] });
  const result = await server.transformRequest('/page.mdx');
  expect(result?.code).toContain('jsxDEV');
  expect(result?.map).toMatchObject({ sources: ['page.mdx'], sourcesContent: ['# Hi {1}\n'] });
});

test('a server does not convert what nobody asks for', async () => {
  const transformBatch = vi.spyOn(FastMd.prototype, 'transformBatch');
  const { server } = await serve(project({ 'page.mdx': '# Hi' }), { plugins: [fastmd()] });
  await server.transformRequest('/page.mdx');
  expect(transformBatch).not.toHaveBeenCalled();
});

test('a document that another one depends on changes both', async () => {
  const root = project({ 'page.md': '# Page', '_partial.md': 'partial' });
  const result: TransformResult = {
    file: 'page.md',
    target: 'html',
    code: '',
    metadata: { headings: [] },
    dependencies: [`${root}/_partial.md`],
    diagnostics: [],
  };
  const client = { transform: async () => result } as unknown as FastMd;
  const { server, told } = await serve(root, { plugins: [fastmd({ client, markdown: 'html' })] });
  await server.transformRequest('/page.md');
  await watched(server, `${root}/_partial.md`);
  write(join(root, '_partial.md'), 'changed');
  expect(await told(({ type }) => type === 'full-reload' || type === 'update')).toBeDefined();
});

test('a client of its own is closed along with the server, one that is shared is not', async () => {
  const close = vi.spyOn(FastMd.prototype, 'close');
  const shared = new FastMd();
  for (const client of [undefined, shared]) {
    const { server } = await serve(project({ 'page.mdx': '# Hi' }), { plugins: [fastmd(client && { client })] });
    await server.transformRequest('/page.mdx');
    await server.close();
  }
  expect(close).toHaveBeenCalledTimes(1);
  expect(close.mock.contexts[0]).not.toBe(shared);
  await shared.close();
});

test('a server that restarts goes on', async () => {
  const root = project({ 'page.mdx': '# Hi' });
  const { server } = await serve(root, { plugins: [fastmd()] });
  await server.transformRequest('/page.mdx');
  await server.restart();
  expect((await server.transformRequest('/page.mdx'))?.code).toContain('MDXContent');
});
