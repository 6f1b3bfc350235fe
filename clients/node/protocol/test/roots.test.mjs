import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../support/folders.mjs';
import { start } from '../support/server.mjs';

const outside = { code: -32003 };

test('a file outside of the roots is not read, however it is named', async () => {
  const cwd = folder({ 'root/a.md': 'a', 'secret.md': 'SECRET', 'root-b/b.md': 'SECRET' });
  const { client } = start({ cwd: join(cwd, 'root') });
  for (const path of ['../secret.md', join(cwd, 'secret.md'), 'x/../../secret.md', './../secret.md', join(cwd, 'root', '..', 'secret.md'), '../root-b/b.md', '/etc/passwd', '/proc/self/environ', '..', '/']) {
    expect(await client.error('transform', { file: path }), path).toMatchObject(outside);
    expect(await client.error('transform', { file: 'a.md', path }), path).toMatchObject(outside);
    expect(await client.error('computeDigest', { path }), path).toMatchObject(outside);
    const { results } = await client.result('transformBatch', { files: [{ file: path }, { file: 'a.md' }] });
    expect(results.map(file => file.error?.code ?? file.status), path).toEqual([-32003, 'converted']);
  }
});

test('what lies outside does not show in the error, whether it is there or not', async () => {
  const cwd = folder({ 'root/a.md': 'a', 'secret.md': 'SECRET' });
  const { client } = start({ cwd: join(cwd, 'root') });
  const there = await client.error('transform', { file: '../secret.md' });
  const notThere = await client.error('transform', { file: '../nosuch.md' });
  expect(there.message.replace('secret', '')).toBe(notThere.message.replace('nosuch', ''));
});

test('a link inside of the root that leads out is not followed', async () => {
  const cwd = folder({ 'root/a.md': 'a', 'out/secret.md': 'SECRET' });
  const root = join(cwd, 'root');
  symlinkSync(join(cwd, 'out', 'secret.md'), join(root, 'file.md'));
  symlinkSync(join(cwd, 'out'), join(root, 'folder'));
  symlinkSync('file.md', join(root, 'chain.md'));
  symlinkSync('../out/secret.md', join(root, 'relative.md'));
  const { client } = start({ cwd: root });
  for (const path of ['file.md', 'folder/secret.md', 'chain.md', 'relative.md']) {
    expect(await client.error('transform', { file: path }), path).toMatchObject(outside);
    expect(await client.error('computeDigest', { path }), path).toMatchObject(outside);
  }
});

test('a link inside of the root that leads inside is followed', async () => {
  const root = folder({ 'sub/a.md': '# A\n' });
  symlinkSync('sub/a.md', join(root, 'file.md'));
  symlinkSync('sub', join(root, 'folder'));
  const { client } = start({ cwd: root });
  for (const path of ['file.md', 'folder/a.md', join(root, 'folder', '..', 'sub', 'a.md')]) {
    expect((await client.result('transform', { file: path })).code, path).toBe('<h1 id="a">A</h1>\n');
    expect((await client.result('computeDigest', { path })).bytes, path).toBe(4);
  }
});

test('a link in a circle, and one to nothing, are errors', async () => {
  const root = folder();
  symlinkSync('b.md', join(root, 'a.md'));
  symlinkSync('a.md', join(root, 'b.md'));
  symlinkSync('nosuch.md', join(root, 'c.md'));
  const { client } = start({ cwd: root });
  for (const path of ['a.md', 'c.md']) {
    expect(await client.error('transform', { file: path }), path).toMatchObject(outside);
    expect(await client.error('computeDigest', { path }), path).toMatchObject(outside);
  }
});

test('a root that is a link stands for where it leads', async () => {
  const cwd = folder({ 'real/a.md': '# A\n' });
  symlinkSync('real', join(cwd, 'link'));
  const { client } = start({ cwd, args: ['--root', 'link'] });
  for (const file of ['a.md', join(cwd, 'link', 'a.md'), join(cwd, 'real', 'a.md')]) {
    expect((await client.result('transform', { file })).code, file).toBe('<h1 id="a">A</h1>\n');
  }
});

test('several roots are all read from, and relative paths are seen from the first', async () => {
  const cwd = folder({ 'one/a.md': '# One\n', 'two/a.md': '# Two\n', 'three/a.md': '# Three\n' });
  const { client } = start({ cwd, args: ['--root', 'one', '--root', join(cwd, 'two')] });
  expect((await client.result('initialize')).capabilities.roots).toEqual([join(cwd, 'one'), join(cwd, 'two')]);
  expect((await client.result('transform', { file: 'a.md' })).metadata.title).toBe('One');
  expect((await client.result('transform', { file: join(cwd, 'two', 'a.md') })).metadata.title).toBe('Two');
  expect((await client.result('transform', { file: '../two/a.md' })).metadata.title).toBe('Two');
  expect(await client.error('transform', { file: join(cwd, 'three', 'a.md') })).toMatchObject(outside);
});

test('a text may be called anything', async () => {
  const { client } = start();
  for (const file of ['/etc/x.md', '../../x.md', 'https://example.com/x.md', 'a b#c?.md', '\u0000'.replace('\u0000', 'ü') + '.md', 'x'.repeat(5000)]) {
    expect((await client.result('transform', { file, content: '# A\n' })).file).toBe(file);
  }
});

const including = "import Part from './part.mdx'\nimport Deep from './sub/deep.mdx'\n\n# A\n\n<Part/>\n\n<Deep/>\n";
const settings = { mdxComponents: 'render' };

test('files that a document includes are its dependencies, by absolute paths', async () => {
  const root = folder({ 'a.mdx': including, 'part.mdx': 'PART\n', 'sub/deep.mdx': "import P from '../part.mdx'\n\nDEEP <P/>\n" });
  const { client } = start({ cwd: root });
  for (const document of [{ file: 'a.mdx' }, { file: 'a.mdx', content: including }]) {
    const { code, dependencies } = await client.result('transform', { ...document, options: { settings } });
    expect(code).toMatch(/PART[^]*DEEP/);
    expect(dependencies.sort()).toEqual([join(root, 'part.mdx'), join(root, 'sub/deep.mdx')]);
  }
});

test('a document includes nothing from outside of the roots', async () => {
  const cwd = folder({ 'root/x': '', 'secret.mdx': 'SECRET\n' });
  const root = join(cwd, 'root');
  symlinkSync('../secret.mdx', join(root, 'link.mdx'));
  const { client } = start({ cwd: root });
  for (const path of ['../secret.mdx', './link.mdx', relative(root, join(cwd, 'secret.mdx'))]) {
    const content = `import Part from '${path}'\n\n<Part/>\n`;
    const answer = await client.call('transform', { file: 'a.mdx', content, options: { settings } });
    expect(JSON.stringify(answer), path).not.toContain('SECRET');
  }
});

test('a text that lies under no root includes nothing', async () => {
  const cwd = folder({ 'root/x': '', 'part.mdx': 'SECRET\n' });
  const { client } = start({ cwd: join(cwd, 'root') });
  const content = "import Part from './part.mdx'\n\n<Part/>\n";
  for (const file of [join(cwd, 'a.mdx'), '../a.mdx']) {
    const answer = await client.call('transform', { file, content, options: { settings } });
    expect(JSON.stringify(answer), file).not.toContain('SECRET');
  }
});

test('a file that changes is read anew', async () => {
  const root = folder({ 'a.mdx': "import Part from './part.mdx'\n\n<Part/>\n", 'part.mdx': 'one\n' });
  const { client } = start({ cwd: root });
  for (const text of ['one', 'two', 'three']) {
    writeFileSync(join(root, 'part.mdx'), `${text}\n`);
    expect((await client.result('transform', { file: 'a.mdx', options: { settings } })).code).toContain(text);
  }
});

test.runIf(process.platform !== 'win32')('a pipe, a directory and a device are no documents, and nothing waits for them', async () => {
  const root = folder();
  execFileSync('mkfifo', [join(root, 'fifo.md')]);
  mkdirSync(join(root, 'folder.md'));
  symlinkSync('/dev/zero', join(root, 'zero.md'));
  const { client } = start({ cwd: root, args: ['--root', root, '--root', '/dev'] });
  for (const path of ['fifo.md', 'folder.md', 'zero.md', '/dev/zero', '/dev/stdin']) {
    expect([-32001, -32003], path).toContain((await client.error('transform', { file: path })).code);
    expect(await client.error('computeDigest', { path }), path).toMatchObject(outside);
    expect(await client.error('computeDigest', { path, normalize: true }), path).toMatchObject(outside);
  }
});

test.runIf(process.getuid?.() !== 0)('a file that may not be read is an error', async () => {
  const root = folder({ 'a.md': 'a' });
  chmodSync(join(root, 'a.md'), 0);
  const { client } = start({ cwd: root });
  expect(await client.error('transform', { file: 'a.md' })).toMatchObject(outside);
  expect(await client.error('computeDigest', { path: 'a.md' })).toMatchObject(outside);
});

test('paths of any length and kind are answered', async () => {
  const { client } = start();
  for (const file of ['x'.repeat(300), 'x/'.repeat(3000), '~', '\\\\server\\share', 'C:\\a.md', ' ', '.', 'a\nb.md', 'NUL', 'http://x/y', '%2e%2e/a.md']) {
    expect(await client.error('transform', { file }), JSON.stringify(file.slice(0, 40))).toMatchObject(outside);
    expect(await client.error('computeDigest', { path: file }), JSON.stringify(file.slice(0, 40))).toMatchObject(outside);
  }
});
