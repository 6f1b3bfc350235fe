import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const runtimes: Record<string, string> = { linux: 'linux', darwin: 'osx', win32: 'win' };

test('the platform package is found where npm puts it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fastmd-'));
  const runtime = `${runtimes[process.platform]}-${process.arch}`;
  const executable = process.platform === 'win32' ? 'fastmd.exe' : 'fastmd';
  mkdirSync(join(folder, 'native', runtime), { recursive: true });
  writeFileSync(join(folder, 'native', runtime, executable), 'x');

  execFileSync(process.execPath, [fileURLToPath(new URL('../scripts/platform-packages.mjs', import.meta.url)), join(folder, 'native'), join(folder, 'out')], { stdio: 'ignore' });
  const scope = join(folder, 'app', 'node_modules', '@fastmd');
  mkdirSync(scope, { recursive: true });
  symlinkSync(join(folder, 'out', `${process.platform}-${process.arch}`), join(scope, `${process.platform}-${process.arch}`), 'junction');
  symlinkSync(join(folder, 'out', 'client'), join(scope, 'client'), 'junction');

  const { optionalDependencies, devDependencies } = JSON.parse(readFileSync(join(folder, 'out', 'client', 'package.json'), 'utf8'));
  expect(optionalDependencies).toEqual({ [`@fastmd/${process.platform}-${process.arch}`]: '0.1.0' });
  expect(devDependencies).toBeUndefined();

  const script = 'import { findExecutable } from "./node_modules/@fastmd/client/dist/executable.js"; console.log(findExecutable(undefined, {}))';
  const found = execFileSync(process.execPath, ['--preserve-symlinks', '--input-type=module', '-e', script], { cwd: join(folder, 'app'), encoding: 'utf8' });
  expect(found.trim()).toContain(join(`${process.platform}-${process.arch}`, 'bin', executable));
});
