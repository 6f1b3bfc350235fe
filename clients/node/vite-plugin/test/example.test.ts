import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { build, createServer, preview, type ViteDevServer } from 'vite';
import { launch, noBrowser, open } from './support/browser.js';
import { project, write } from './support/project.js';
import { watched } from './support/server.js';

const example = fileURLToPath(new URL('../../../../examples/vite-react', import.meta.url));
const server = { host: '127.0.0.1', port: 0, strictPort: false };

/** A copy of the example, which may be edited. */
function copy(): string {
  const root = project({});
  cpSync(example, root, { recursive: true, filter: (path) => !['node_modules', 'dist'].includes(basename(path)) });
  return root;
}

// Reporters do not say why a test is skipped.
if (noBrowser !== undefined) console.warn(`The example is not looked at. ${noBrowser}`);

describe('the example in a browser', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (noBrowser === undefined) browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(({ skip }) => skip(noBrowser !== undefined, noBrowser));

  test('shows its documents once it is built, and its component counts', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const root = copy();
    await build({ root, logLevel: 'silent' });
    const previewed = await preview({ root, logLevel: 'silent', preview: server });
    onTestFinished(() => previewed.close());

    const { page, complaints } = await open(browser!, previewed.resolvedUrls!.local[0]!);
    await page.getByRole('heading', { name: 'A page in MDX' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Guide' }).getByRole('link').allTextContents()).toEqual([
      'A page in MDX',
      'A component',
      'A table',
    ]);
    expect(await page.getByText('this page is called').textContent()).toContain('this page is called Guide.');
    expect(await page.getByRole('row').count()).toBe(3);
    expect(await page.getByRole('checkbox').count()).toBe(2);
    expect(await page.locator('.markdown-alert-tip').count()).toBe(1);
    expect(await page.locator('pre').textContent()).toBe(readFileSync(join(root, 'src/pages/notes.md'), 'utf8'));

    await page.getByRole('button', { name: 'Clicked 1 times' }).click();
    await page.getByRole('button', { name: 'Clicked 2 times' }).waitFor();
    expect(complaints).toEqual([]);
  });

  describe('on the development server', () => {
    async function serve(): Promise<{ server: ViteDevServer; guide: string; address: string }> {
      vi.stubEnv('NODE_ENV', 'development');
      const root = copy();
      const started = await createServer({ root, logLevel: 'silent', cacheDir: `${root}/.vite`, server });
      onTestFinished(() => started.close());
      await started.listen();
      const guide = `${root}/src/pages/guide.mdx`;
      await watched(started, guide);
      return { server: started, guide, address: started.resolvedUrls!.local[0]! };
    }

    test('shows changes of a document without a reload, and components keep their state', async () => {
      const { guide, address } = await serve();
      const { page, complaints } = await open(browser!, address);
      await page.getByRole('button', { name: 'Clicked 1 times' }).click();
      await page.evaluate('window.marker = "same page"');

      write(guide, readFileSync(guide, 'utf8').replace('# A page in MDX', '# A changed page'));
      await page.getByRole('heading', { name: 'A changed page' }).waitFor();
      await page.getByRole('button', { name: 'Clicked 2 times' }).waitFor();
      expect(await page.evaluate('window.marker')).toBe('same page');
      expect(complaints).toEqual([]);
    });

    test('shows where a document is broken until it is repaired', async () => {
      const { guide, address } = await serve();
      const { page } = await open(browser!, address);
      await page.getByRole('heading', { name: 'A page in MDX' }).waitFor();

      const good = readFileSync(guide, 'utf8');
      write(guide, good.replace('## A table', '## A table {1 +}'));
      const overlay = page.locator('vite-error-overlay');
      await overlay.getByText('[plugin:fastmd]').waitFor();
      const line = good.split('\n').indexOf('## A table') + 1;
      expect(await overlay.locator('.file').textContent()).toContain(`${guide}:${line}:15`);
      expect(await overlay.locator('.frame').textContent()).toContain('## A table {1 +}');

      // A watcher may miss a change that follows another at once: it is made again until it is seen.
      const repaired = page.getByRole('heading', { name: 'A repaired table' });
      await expect.poll(async () => {
        write(guide, good.replace('## A table', '## A repaired table'));
        return repaired.waitFor({ timeout: 3000 }).then(() => true, () => false);
      }, { timeout: 45_000 }).toBe(true);
      await overlay.waitFor({ state: 'detached' });
    });
  });
});
