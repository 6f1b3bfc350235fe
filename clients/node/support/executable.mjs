// Which executable the tests run: the one of FASTMD_PATH, else one that is built from this checkout.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export default function setup() {
  if (process.env.FASTMD_PATH) return;
  const project = fileURLToPath(new URL('../../../src/FastMd.Cli', import.meta.url));
  execFileSync('dotnet', ['build', project, '-c', 'Release', '--nologo', '-v', 'quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  process.env.FASTMD_PATH = join(project, 'bin', 'Release', 'net10.0', process.platform === 'win32' ? 'fastmd.exe' : 'fastmd');
}
