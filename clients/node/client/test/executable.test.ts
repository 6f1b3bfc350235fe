import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ExecutableNotFoundError } from '../src/index.js';
import { findExecutable, platformPackage } from '../src/executable.js';

const folder = mkdtempSync(join(tmpdir(), 'fastmd-'));
const make = (name: string, mode = 0o755): string => {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
};

describe('the executable', () => {
  const name = process.platform === 'win32' ? 'fastmd.exe' : 'fastmd';
  const onPath = make(name);
  const other = make('other');

  test('is the one that the caller names, else the one of FASTMD_PATH, else the one on the PATH', () => {
    const environment = { PATH: ['/nowhere', folder].join(delimiter) };
    expect(findExecutable(other, { ...environment, FASTMD_PATH: onPath })).toBe(other);
    expect(findExecutable(undefined, { ...environment, FASTMD_PATH: other })).toBe(other);
    expect(findExecutable(undefined, environment)).toBe(onPath);
  });

  test('that is named and not there is an error, and nothing else is tried', () => {
    expect(() => findExecutable('/no/fastmd', { FASTMD_PATH: other })).toThrow(ExecutableNotFoundError);
    expect(() => findExecutable(undefined, { FASTMD_PATH: '/no/fastmd', PATH: folder })).toThrow(/FASTMD_PATH names '\/no\/fastmd'/);
    expect(() => findExecutable(folder)).toThrow(/option path/);
  });

  test.skipIf(process.platform === 'win32')('must be executable', () => {
    expect(() => findExecutable(make('plain', 0o644))).toThrow(ExecutableNotFoundError);
  });

  test('that is nowhere is an error that names all that was tried', () => {
    expect(() => findExecutable(undefined, { PATH: '' })).toThrow(new RegExp(`FASTMD_PATH.*${platformPackage}.*on the PATH`));
  });
});
