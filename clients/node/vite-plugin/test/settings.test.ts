import { expect, test } from 'vitest';
import { settingsOf } from '../src/settings.js';

test('without options only front matter is asked for', () => {
  expect(settingsOf({})).toEqual({ frontMatterExport: 'frontmatter' });
});

test('options become settings by their keys', () => {
  expect(
    settingsOf({
      jsxImportSource: 'preact',
      jsxRuntime: 'automatic',
      providerImportSource: '@mdx-js/preact',
      frontMatterExport: 'meta',
      contentsExport: 'toc',
      headingIds: true,
      math: true,
      emoji: false,
      alerts: true,
      directives: true,
    }),
  ).toEqual({
    jsxImportSource: 'preact',
    jsxRuntime: 'automatic',
    providerImportSource: '@mdx-js/preact',
    frontMatterExport: 'meta',
    contentsExport: 'toc',
    mdxHeadingIds: true,
    math: 'on',
    emoji: 'off',
    alerts: 'on',
    directives: true,
  });
});

test('an export that is not wanted is nothing, whatever a configuration file says', () => {
  expect(settingsOf({ frontMatterExport: false, contentsExport: false })).toEqual({ frontMatterExport: '', contentsExport: '' });
});

test('other settings go through, and before the options', () => {
  expect(settingsOf({ math: true, settings: { math: 'auto', customHeadingIds: true } })).toMatchObject({ math: 'auto', customHeadingIds: true });
});
