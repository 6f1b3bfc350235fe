import remarkGfm from 'remark-gfm';
import { describe, expect, test, vi } from 'vitest';
import fastmd from '../src/index.js';
import { MdxCompiler } from '../src/mdx-compiler.js';
import { bundlers } from './support/bundlers.js';
import { project } from './support/project.js';

const shout = () => (tree: { children: { children: { value: string }[] }[] }) => {
  tree.children[0]!.children[0]!.value = 'SHOUTED';
};

describe.each(Object.entries(bundlers))('a build by %s with plugins of remark', (_, build) => {
  const files = { 'main.js': `export { default } from './a.mdx'; export { default as B } from './b.md';`, 'a.mdx': '# Quiet\n\n~~gone~~ <b>{1}</b>', 'b.md': '# Quiet {b}' };

  test('compiles components by @mdx-js/mdx', async () => {
    const { code, map } = await build(project(files), { remarkPlugins: [shout, remarkGfm], jsxImportSource: 'preact' });
    expect(code.match(/SHOUTED/g)).toHaveLength(2);
    expect(code).toContain('"gone"');
    expect(code).toContain('preact/jsx-runtime');
    expect(map?.sources.map((source) => source.replace(/.*\//, ''))).toContain('a.mdx');
  });

  test('compiles HTML by FastMd all the same', async () => {
    const { code } = await build(project(files), { remarkPlugins: [shout], markdown: 'html' });
    expect(code.match(/SHOUTED/g)).toHaveLength(1);
    expect(code).toContain('Quiet {b}</h1>');
  });

  test('may do so for some documents only', async () => {
    const remark = fastmd({ include: /b\.md$/, remarkPlugins: [shout] });
    const { code } = await build(project(files), { exclude: /b\.md$/ }, [remark]);
    expect(code.match(/SHOUTED/g)).toHaveLength(1);
    expect(code).toContain('"Quiet"');
  });

  test('names the place of what is wrong', async () => {
    const root = project({ ...files, 'a.mdx': '# Hi\n\ntext {1 +}\n' });
    const failure = await build(root, { remarkPlugins: [shout] }).catch((error: unknown) => error);
    const error = (failure as { errors?: unknown[] }).errors?.[0] ?? failure;
    expect(error).toMatchObject({ id: `${root}/a.mdx`, loc: { file: `${root}/a.mdx`, line: 3, column: 9 }, plugin: 'fastmd' });
  });
});

test('without @mdx-js/mdx the error says what to install, or to leave out', async () => {
  vi.doMock('@mdx-js/mdx', () => {
    throw new Error('Cannot find package');
  });
  try {
    const compiler = new MdxCompiler({ remarkPlugins: [] });
    await expect(compiler.compile({ path: 'a.mdx', content: '' }, { mode: 'production', sourcemap: false })).rejects.toThrow(
      /need the package @mdx-js\/mdx.*npm install --save-dev @mdx-js\/mdx/,
    );
  } finally {
    vi.doUnmock('@mdx-js/mdx');
  }
});
