import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundlers } from './support/bundlers.js';
import { project } from './support/project.js';

const page = `export const Greeting = ({ name }) => <b>{name}</b>

# Hello

<Greeting name="you" />
`;

// Each ends in a program that exports what its own renderer makes of the page.
const frameworks = {
  react: `import { createElement } from 'react'; import { renderToStaticMarkup } from 'react-dom/server';
    export const html = renderToStaticMarkup(createElement(Page));`,
  preact: `import { h } from 'preact'; import { renderToString } from 'preact-render-to-string';
    export const html = renderToString(h(Page));`,
  vue: `import { h } from 'vue'; import { renderToString } from 'vue/server-renderer';
    export const html = await renderToString(h(Page));`,
  'solid-jsx': `import { createComponent, renderToString } from 'solid-js/web';
    export const html = renderToString(() => createComponent(Page, {}));`,
};

test.each(Object.entries(frameworks))('a page is rendered by %s', async (jsxImportSource, main) => {
  const root = project({ 'page.mdx': page, 'main.js': `import Page from './page.mdx'; ${main}` });
  const { code } = await bundlers['Vite 8']!(root, { jsxImportSource });
  const file = join(root, 'out.mjs');
  writeFileSync(file, code);
  const { html } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { html: string };
  expect(html.replace(/<!--.*?-->| data-hk="\d+" |\n/g, '')).toBe('<h1>Hello</h1><b>you</b>');
});
