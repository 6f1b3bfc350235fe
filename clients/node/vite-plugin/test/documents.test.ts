import { describe, expect, test } from 'vitest';
import { documentPaths } from '../src/documents.js';

describe('a document', () => {
  const path = documentPaths({}, '/app');

  test.each(['/app/a.md', '/app/a.mdx', '/elsewhere/a.mdx'])('is %s', (id) => {
    expect(path(id)).toBe(id);
  });

  test.each(['/app/a.mdx?v=1', '/app/a.mdx?rawish', '/app/a.mdx?x=raw'])('is what %s names before its query', (id) => {
    expect(path(id)).toBe('/app/a.mdx');
  });

  test.each(['raw', 'url', 'inline', 'no-inline', 'worker', 'sharedworker', 'worker&inline', 'v=1&raw', 'raw=', 'url&no-inline', 'commonjs-proxy', 'commonjs-es-import'])(
    'is not what ?%s asks for',
    (query) => {
      expect(path(`/app/a.md?${query}`)).toBeUndefined();
    },
  );

  test.each(['/app/a.js', '/app/a.md.js', '/app/md', '\0/app/a.md', '\0virtual.mdx', '/app/a.vue?file=a.md'])('is not %j', (id) => {
    expect(path(id)).toBeUndefined();
  });

  test('is what include says, from the root of the project, and exclude does not', () => {
    const docs = documentPaths({ include: ['docs/**/*.markdown', /\.mdx$/], exclude: '**/drafts/**' }, '/app');
    expect(docs('/app/docs/a.markdown')).toBe('/app/docs/a.markdown');
    expect(docs('/app/a.mdx?v=1')).toBe('/app/a.mdx');
    expect(docs('/app/a.markdown')).toBeUndefined();
    expect(docs('/app/docs/drafts/a.markdown')).toBeUndefined();
    expect(docs('/app/docs/a.md')).toBeUndefined();
  });
});
