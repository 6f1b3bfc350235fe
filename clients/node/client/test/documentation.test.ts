import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const samples = [...readFileSync(path('../../../../docs/node.md'), 'utf8').matchAll(/```js\n([^]*?)```/g)].map((match) => match[1]!);

describe('docs/node.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fastmd-'));
  mkdirSync(join(folder, 'docs'));
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'docs', 'index.md'), '# Index\n');
  for (const name of ['@fastmd', 'vite', '@vitejs', 'vite-plugin-fastmd']) {
    const installed = [`../node_modules/${name}`, `../../node_modules/${name}`, `../../vite-plugin/node_modules/${name}`].map(path).find(existsSync);
    if (installed) symlinkSync(installed, join(folder, 'node_modules', name), 'junction');
  }

  const run = (code: string): string => execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: folder, encoding: 'utf8' });

  test('shows a program that converts documents', () => {
    const said = run(samples.find((sample) => sample.includes('@fastmd/client'))!);
    for (const line of ['Hello <h1 id="hello">Hello</h1>', '2 2', /docs\/index\.md \d+/, /docs\/none\.md docs\/none\.md: The file does not exist/]) {
      expect(said).toMatch(line);
    }
  });

  test('shows a configuration of Vite that loads', () => {
    expect(run(samples.find((sample) => sample.includes('defineConfig'))!)).toBe('');
  });
});
