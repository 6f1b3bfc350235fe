import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalizePath } from '@rollup/pluginutils';
import { onTestFinished } from 'vitest';

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** A folder with these files and the packages of this workspace, which goes when the test is over. */
export function project(files: Record<string, string>): string {
  const root = normalizePath(realpathSync(mkdtempSync(join(tmpdir(), 'fastmd-vite-'))));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) write(join(root, path), content);
  symlinkSync(packages, join(root, 'node_modules'), 'junction');
  return root;
}

export function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
