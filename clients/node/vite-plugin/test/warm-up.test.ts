import { FastMd } from '@fastmd/client';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { bundlers } from './support/bundlers.js';
import { project } from './support/project.js';

const client = new FastMd();
afterAll(() => client.close());

/** The client, and what it is asked for. */
function observed() {
  const transform = vi.fn(client.transform.bind(client));
  const transformBatch = vi.fn(client.transformBatch.bind(client));
  const files = (): string[] => transformBatch.mock.calls.flatMap(([documents]) => documents.map((document) => (document as { file: string }).file));
  return { client: { transform, transformBatch } as unknown as FastMd, transform, transformBatch, files };
}

const files = {
  'main.js': `import a from './a.mdx'; import b from './docs/b.md'; export { a, b };`,
  'a.mdx': '# A',
  'docs/b.md': '# B',
  'docs/unused.md': '# Unused',
};

describe.each(Object.entries(bundlers))('a build by %s', (name, build) => {
  // Rollup has no root but the working directory.
  const include = (root: string) => (name === 'Rollup' ? [`${root}/**/*.md`, `${root}/**/*.mdx`] : undefined);
  const options = (root: string) => ({ ...(include(root) && { include: include(root)! }) });
  const inFolder = async <T>(root: string, run: () => Promise<T>): Promise<T> => {
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(root);
    try {
      return await run();
    } finally {
      cwd.mockRestore();
    }
  };

  test('converts the documents of the project in one batch, and asks for none again', async () => {
    const root = project(files);
    const seen = observed();
    const { code } = await inFolder(root, () => build(root, { ...options(root), client: seen.client }));
    expect(seen.files()).toEqual([`${root}/a.mdx`, `${root}/docs/b.md`, `${root}/docs/unused.md`]);
    expect(seen.transformBatch).toHaveBeenCalledTimes(1);
    expect(seen.transform).not.toHaveBeenCalled();
    expect(code).toContain('"A"');
  });

  test('asks by itself for a document that another plugin has changed', async () => {
    const root = project(files);
    const seen = observed();
    const change = { name: 'change', load: (id: string) => (id.endsWith('a.mdx') ? '# Changed' : null) };
    const { code } = await inFolder(root, () => build(root, { ...options(root), client: seen.client }, [change]));
    expect(seen.transform.mock.calls.map(([document]) => document)).toEqual([{ file: `${root}/a.mdx`, content: '# Changed' }]);
    expect(code).toContain('"Changed"');
  });

  test('asks for each document by itself where it is not to warm up', async () => {
    const root = project(files);
    const seen = observed();
    await inFolder(root, () => build(root, { ...options(root), client: seen.client, warmUp: false }));
    expect(seen.transformBatch).not.toHaveBeenCalled();
    expect(seen.transform).toHaveBeenCalledTimes(2);
  });

  test('does not fail of a document that is wrong and not imported', async () => {
    const root = project({ ...files, 'docs/wrong.mdx': '{1 +}' });
    const { code } = await inFolder(root, () => build(root, options(root)));
    expect(code).toContain('"B"');
  });

  test('converts components and HTML in a batch each', async () => {
    const root = project(files);
    const seen = observed();
    await inFolder(root, () => build(root, { ...options(root), client: seen.client, markdown: 'html' }));
    expect(seen.transformBatch.mock.calls.map(([documents, settings]) => [settings?.target, documents.length])).toEqual([
      ['js', 1],
      ['html', 2],
    ]);
    expect(seen.transform).not.toHaveBeenCalled();
  });
});

test('what a build writes is not read ahead of the next one', async () => {
  const root = project({ ...files, 'dist/old.md': '# Old', 'public/static.md': '# Static' });
  const seen = observed();
  await bundlers['Vite 8']!(root, { client: seen.client });
  expect(seen.files()).toHaveLength(3);
});
