import { FastMd, type TransformResult } from '@fastmd/client';
import { afterEach, expect, test, vi } from 'vitest';
import type { HookContext } from '../src/bundler.js';
import fastmd, { type FastMdPluginOptions } from '../src/index.js';
import { project } from './support/project.js';

afterEach(() => vi.restoreAllMocks());

/** The plugin as a bundler would call it. */
function hooks(root: string, options: FastMdPluginOptions, watchMode: boolean) {
  const plugin = fastmd(options);
  plugin.configResolved({ root, command: 'build', isProduction: true, publicDir: '', build: { outDir: 'dist', sourcemap: false } });
  const context = {
    meta: { watchMode },
    addWatchFile: vi.fn(),
    warn: vi.fn(),
    error: (log) => {
      throw Object.assign(new Error(log.message), log);
    },
  } satisfies HookContext;
  return {
    context,
    start: () => plugin.buildStart.call(context),
    transform: (content: string, id: string) => plugin.transform.handler.call(context, content, id),
    end: () => plugin.closeBundle.call(context),
    close: () => plugin.closeWatcher(),
  };
}

test('builds that watch warm up once, and keep their process until the watcher is closed', async () => {
  const close = vi.spyOn(FastMd.prototype, 'close');
  const transformBatch = vi.spyOn(FastMd.prototype, 'transformBatch');
  const root = project({ 'a.md': '# A' });
  const plugin = hooks(root, {}, true);
  for (const content of ['# A', '# B']) {
    plugin.start();
    expect((await plugin.transform(content, `${root}/a.md`))?.code).toContain(content.slice(2));
    await plugin.end();
  }
  expect(transformBatch).toHaveBeenCalledTimes(1);
  expect(close).not.toHaveBeenCalled();
  await plugin.close();
  expect(close).toHaveBeenCalledTimes(1);
});

test('builds that run at once share a process until the last one ends', async () => {
  const close = vi.spyOn(FastMd.prototype, 'close');
  const root = project({ 'a.md': '# A' });
  const plugin = hooks(root, {}, false);
  plugin.start();
  plugin.start();
  await plugin.end();
  expect(close).not.toHaveBeenCalled();
  await plugin.transform('# A', `${root}/a.md`);
  await plugin.end();
  expect(close).toHaveBeenCalledTimes(1);
});

test('a build after the end of another one starts a process again', async () => {
  const root = project({ 'a.md': '# A' });
  const plugin = hooks(root, {}, false);
  for (let build = 0; build < 2; build++) {
    plugin.start();
    expect(await plugin.transform('# A', `${root}/a.md`)).not.toBeNull();
    await plugin.end();
  }
});

test('files that a document depends on are watched', async () => {
  const result: TransformResult = {
    file: 'a.md',
    target: 'html',
    code: '',
    metadata: { headings: [] },
    dependencies: ['/partial.md'],
    diagnostics: [],
  };
  const client = { transform: async () => result } as unknown as FastMd;
  const { context, transform } = hooks('/app', { client, markdown: 'html' }, false);
  await transform('', '/app/a.md');
  expect(context.addWatchFile).toHaveBeenCalledExactlyOnceWith('/partial.md');
});

test('a map is asked for where the build has source maps only', async () => {
  const root = project({});
  const plugin = hooks(root, {}, false);
  plugin.start();
  expect((await plugin.transform('# A', `${root}/a.md`))?.map.mappings).toBe('');
  await plugin.end();
});

test('what is no mistake in the document is named with the document, too', async () => {
  const { transform } = hooks('/app', { path: '/no/such/fastmd' }, false);
  await expect(transform('# A', '/app/a.md')).rejects.toMatchObject({ id: '/app/a.md', message: expect.stringContaining('/no/such/fastmd') });
});

test('a setting that is not known is refused by its name', async () => {
  const plugin = hooks('/app', { settings: { mathh: 'on' } }, false);
  await expect(plugin.transform('# A', '/app/a.md')).rejects.toThrow(/mathh/);
  await plugin.close();
});
