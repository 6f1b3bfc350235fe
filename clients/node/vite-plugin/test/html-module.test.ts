import type { TransformResult } from '@fastmd/client';
import { expect, test } from 'vitest';
import { htmlModule } from '../src/html-module.js';

const evaluate = async (module: string): Promise<Record<string, unknown>> => ({
  ...(await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`)),
});

const result = (code: string, metadata: TransformResult['metadata']): TransformResult => ({
  file: 'a.md',
  target: 'html',
  code,
  metadata,
  dependencies: [],
  diagnostics: [],
});

test('a module has HTML, front matter and headings, each by itself and together', async () => {
  const html = '<h1 id="a">A</h1>\n<p>`${x}` \\ " \u2028</p>\n';
  const toc = [{ level: 1, text: 'A', id: 'a' }];
  const module = await evaluate(htmlModule(result(html, { frontMatter: { title: 'T', tags: ['a'] }, headings: toc })));
  const page = { html, attributes: { title: 'T', tags: ['a'] }, toc };
  expect(module).toEqual({ ...page, default: page });
});

test('without front matter there are no attributes', async () => {
  expect(await evaluate(htmlModule(result('', { headings: [] })))).toMatchObject({ attributes: {}, toc: [] });
});

test('a key of front matter that is called __proto__ is a key', async () => {
  const frontMatter = JSON.parse('{"__proto__":{"a":1},"text":"{\\"__proto__\\":1}"}');
  const { attributes } = await evaluate(htmlModule(result('', { frontMatter, headings: [] })));
  expect(Object.keys(attributes as object)).toEqual(['__proto__', 'text']);
  expect((attributes as { text: string }).text).toBe('{"__proto__":1}');
});
