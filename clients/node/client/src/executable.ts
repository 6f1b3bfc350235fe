import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { ExecutableNotFoundError } from './errors.js';

const name = process.platform === 'win32' ? 'fastmd.exe' : 'fastmd';

/** The package that holds the executable for a platform: `@fastmd/linux-x64` and its like, of which npm installs the one that fits. */
export const platformPackage = `@fastmd/${process.platform}-${process.arch}`;

/** Where the executable lies: where the caller says, where `FASTMD_PATH` says, in the platform package, or on the PATH. */
export function findExecutable(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  for (const [source, path] of [['the option path', given], ['FASTMD_PATH', environment['FASTMD_PATH']]] as const) {
    // What somebody names is meant: nothing else is tried where it is wrong.
    if (path) {
      if (isExecutable(path)) return path;
      throw new ExecutableNotFoundError(`${source} names '${path}', and there is no executable; correct it, or leave it out.`);
    }
  }

  const found = inPlatformPackage() ?? onPath(environment['PATH'] ?? '');
  if (found !== undefined) return found;
  throw new ExecutableNotFoundError(
    `There is no fastmd: neither FASTMD_PATH nor the option path is given, the package ${platformPackage} is not installed, ` +
    `and no '${name}' is on the PATH. Install the optional dependencies of @fastmd/client, or name the executable.`);
}

function inPlatformPackage(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${platformPackage}/bin/${name}`);
  } catch {
    return undefined;
  }
}

function onPath(path: string): string | undefined {
  return path.split(delimiter).filter(Boolean).map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
