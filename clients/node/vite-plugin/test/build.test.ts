import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastMd, TransformResult } from '@fastmd/client';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { createElement, type ElementType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Plugin } from 'rollup';
import { describe, expect, test } from 'vitest';
import { bundlers } from './support/bundlers.js';
import { project } from './support/project.js';

const page = `---
title: Page
---

import { Box } from './box.js'

# Hello {frontmatter.title}

<Box>*in a box*</Box>
`;
const files = {
  'main.js': `export { default as Page, frontmatter } from './page.mdx'; export { default as Notes } from './notes.md';`,
  'page.mdx': page,
  'box.js': `import { createElement } from 'react'; export const Box = ({ children }) => createElement('section', {}, children);`,
  'notes.md': '# Notes\n\n| a |\n|---|\n| {b} |\n',
};

async function load(root: string, code: string): Promise<Record<string, unknown>> {
  const file = join(root, 'out.mjs');
  writeFileSync(file, code);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
}

const render = (component: unknown): string => renderToStaticMarkup(createElement(component as ElementType));

describe.each(Object.entries(bundlers))('a build by %s', (_, build) => {
  test('makes components of MDX and of Markdown', async () => {
    const root = project(files);
    const module = await load(root, (await build(root)).code);
    expect(render(module['Page'])).toBe('<h1>Hello Page</h1>\n<section><em>in a box</em></section>');
    expect(render(module['Notes'])).toBe('<h1>Notes</h1>\n<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>{b}</td></tr></tbody></table>');
    expect(module['frontmatter']).toEqual({ title: 'Page' });
  });

  test('makes modules with HTML of Markdown where that is wanted', async () => {
    const root = project({
      'main.js': `export { default, html, attributes, toc } from './a.md'; export { default as Page } from './b.mdx';`,
      'a.md': '---\ntitle: A\n---\n\n# Hi\n\nthere\n',
      'b.mdx': '# A component',
    });
    const module = await load(root, (await build(root, { markdown: 'html' })).code);
    const html = '<h1 id="hi">Hi</h1>\n<p>there</p>\n';
    const toc = [{ level: 1, text: 'Hi', id: 'hi' }];
    expect(module).toMatchObject({ html, attributes: { title: 'A' }, toc, default: { html, attributes: { title: 'A' }, toc } });
    expect(render(module['Page'])).toBe('<h1>A component</h1>');
  });

  test('is for production', async () => {
    const { code } = await build(project(files));
    expect(code).toContain('react/jsx-runtime');
    expect(code).not.toContain('jsxDEV');
  });

  test('maps code to the document', async () => {
    const root = project(files);
    const { code, map } = await build(root);
    const lines = code.split('\n');
    const line = lines.findIndex((text) => text.includes('Hello '));
    const position = originalPositionFor(new TraceMap(map as never), { line: line + 1, column: lines[line]!.indexOf('frontmatter.title') });
    expect(position.source).toMatch(/page\.mdx$/);
    expect(position.line).toBe(7);
  });

  test('takes options as settings of FastMd', async () => {
    const root = project({ 'main.js': `export { default as Page, meta, toc } from './page.mdx';`, 'page.mdx': '---\na: 1\n---\n\n# $x$ {1} :rocket:\n\n> [!NOTE]\n> n\n' });
    const module = await load(
      root,
      (await build(root, { frontMatterExport: 'meta', contentsExport: 'toc', emoji: true, alerts: true, settings: { customHeadingIds: true } })).code,
    );
    expect(module).toMatchObject({ meta: { a: 1 }, toc: [{ depth: 1 }] });
    const html = render(module['Page']);
    expect(html).toContain('🚀');
    expect(html).toContain('markdown-alert-note');
  });

  test('takes what include says for documents, and a byte order mark for none of the text', async () => {
    const root = project({ 'main.js': `export { default as Page } from './a.markdown';`, 'a.markdown': '\uFEFF# Hi {there}\n' });
    const module = await load(root, (await build(root, { include: [`${root}/**/*.markdown`] })).code);
    expect(render(module['Page'])).toBe('<h1>Hi {there}</h1>');
  });

  test('names the place of what is wrong', async () => {
    const root = project({ ...files, 'page.mdx': '# Hi\n\ntext {1 +}\n' });
    const failure = await build(root).catch((error: unknown) => error);
    // Rolldown gathers what is wrong.
    const error = (failure as { errors?: unknown[] }).errors?.[0] ?? failure;
    expect(error).toMatchObject({
      id: `${root}/page.mdx`,
      loc: { file: `${root}/page.mdx`, line: 3, column: 9 },
      plugin: 'fastmd',
      pluginCode: 'FM2201',
    });
    expect((error as { frame: string }).frame.split('\n').slice(2, 4)).toEqual(['3  |  text {1 +}', '   |           ^']);
  });

  test('passes warnings on with their place', async () => {
    const root = project({ ...files, 'main.js': `import './page.mdx';` });
    const result: TransformResult = {
      file: 'page.mdx',
      target: 'js',
      code: 'export default 1; export const frontmatter = {};',
      metadata: { headings: [] },
      dependencies: [],
      diagnostics: [{ severity: 'warning', code: 'FM2206', message: 'Odd.', line: 5, column: 3 }],
    };
    const client = { transform: async () => result } as unknown as FastMd;
    const { warnings } = await build(root, { client, warmUp: false });
    const warning = warnings.find(({ message }) => message.includes('Odd.'));
    expect(warning?.message).toContain('Odd. [FM2206]');
    expect(warning?.loc).toEqual({ file: `${root}/page.mdx`, line: 5, column: 2 });
  });

  test('leaves virtual modules alone, and compiles documents that other plugins make', async () => {
    const virtual: Plugin = {
      name: 'virtual',
      resolveId: (id) => ({ 'virtual:js.md': '\0virtual.md', 'virtual:page.mdx': '/virtual/page.mdx' })[id] ?? null,
      load: (id) => ({ '\0virtual.md': 'export default "JavaScript"', '/virtual/page.mdx': '# Made' })[id] ?? null,
    };
    const root = project({ 'main.js': `export { default as text } from 'virtual:js.md'; export { default as Page } from 'virtual:page.mdx';` });
    const module = await load(root, (await build(root, {}, [virtual])).code);
    expect(module['text']).toBe('JavaScript');
    expect(render(module['Page'])).toBe('<h1>Made</h1>');
  });
});

describe.each(['Vite 8', 'Vite 7'])('a build by %s', (name) => {
  test('leaves ?raw and ?url to Vite', async () => {
    const root = project({
      'main.js': `export { default as raw } from './a.md?raw'; export { default as url } from './a.md?url'; export { default as Page } from './a.md';`,
      'a.md': '# As it is',
    });
    const module = await load(root, (await bundlers[name]!(root)).code);
    expect(module['raw']).toBe('# As it is');
    expect(module['url']).toMatch(/^data:text\/markdown/);
    expect(render(module['Page'])).toBe('<h1>As it is</h1>');
  });
});
