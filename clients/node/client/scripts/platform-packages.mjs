// Makes the packages that hold the executable, one for each platform, of which npm installs the one that fits:
//   node scripts/platform-packages.mjs EXECUTABLES OUT
// EXECUTABLES has a folder for each runtime identifier of .NET (linux-x64/fastmd, win-x64/fastmd.exe, …). The client's own package is
// laid out in OUT too, with the others as its optional dependencies.
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const platforms = [
  { runtime: 'linux-x64', os: 'linux', cpu: 'x64', libc: 'glibc' },
  { runtime: 'linux-arm64', os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { runtime: 'osx-x64', os: 'darwin', cpu: 'x64' },
  { runtime: 'osx-arm64', os: 'darwin', cpu: 'arm64' },
  { runtime: 'win-x64', os: 'win32', cpu: 'x64' },
  { runtime: 'win-arm64', os: 'win32', cpu: 'arm64' },
];

const [executables, out] = process.argv.slice(2);
if (executables === undefined || out === undefined) {
  console.error('Usage: node scripts/platform-packages.mjs EXECUTABLES OUT');
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const client = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const optionalDependencies = {};
for (const { runtime, os, cpu, libc } of platforms) {
  const executable = os === 'win32' ? 'fastmd.exe' : 'fastmd';
  const source = join(executables, runtime, executable);
  if (!existsSync(source)) {
    console.error(`Left out: there is no ${source}.`);
    continue;
  }

  const name = `@fastmd/${os}-${cpu}`;
  const folder = join(out, `${os}-${cpu}`);
  mkdirSync(join(folder, 'bin'), { recursive: true });
  copyFileSync(source, join(folder, 'bin', executable));
  chmodSync(join(folder, 'bin', executable), 0o755);
  write(folder, {
    name,
    version: client.version,
    description: `The executable of FastMd for ${os} on ${cpu}.`,
    license: client.license,
    os: [os],
    cpu: [cpu],
    ...(libc && { libc: [libc] }),
    files: ['bin'],
    preferUnplugged: true,
  });
  optionalDependencies[name] = client.version;
}

const { scripts: _, devDependencies: __, ...published } = client;
cpSync(join(root, 'dist'), join(out, 'client', 'dist'), { recursive: true });
copyFileSync(join(root, 'README.md'), join(out, 'client', 'README.md'));
write(join(out, 'client'), { ...published, optionalDependencies });

function write(folder, contents) {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(contents, null, 2)}\n`);
}
