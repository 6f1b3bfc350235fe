// vite build of a folder of MDX documents: vite-plugin-fastmd against @mdx-js/rollup.
//
//   node bench/vite.mjs FOLDER [--copies N] [--runs N] [--out FOLDER]
//
// Documents that one of the two rejects are left out; what they import, and is no document, stays an import. Each build has a process of its
// own, as on the command line; medians are shown. Wall is the time in which the plugin had anything in hand, the rest is Vite's own share. Sum adds
// up how long each document took: of FastMd's all wait at once, and most of it is waiting.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FastMd } from '@fastmd/client';
import { compile } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdxFrontmatter from 'remark-mdx-frontmatter';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { copies: { type: 'string', default: '1' }, runs: { type: 'string', default: '5' }, out: { type: 'string', default: tmpdir() } },
});
const [corpus] = positionals;
if (corpus === undefined) {
  console.error('Name the folder of the documents: node bench/vite.mjs FOLDER [--copies N] [--runs N] [--out FOLDER]');
  process.exit(2);
}

const root = mkdtempSync(join(resolve(values.out), 'fastmd-bench-'));
try {
  const { documents, characters, rejected } = await collect(resolve(corpus), join(root, 'src'), Number(values.copies));
  writeFileSync(join(root, 'main.js'), documents.map((path, index) => `export * as page${index} from ${JSON.stringify(`./src/${path}`)};`).join('\n'));
  console.log(`${documents.length} documents, ${(characters / 1e6).toFixed(2)} million characters; ${rejected} left out, which one of the two rejects.\n`);

  const measured = { 'vite-plugin-fastmd': [], '@mdx-js/rollup': [] };
  const build = fileURLToPath(new URL('build.mjs', import.meta.url));
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [plugin, results] of Object.entries(measured)) {
      results.push(JSON.parse(execFileSync(process.execPath, [build, root, plugin], { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })));
    }
  }
  print(measured);
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Copies the documents that both compile. */
async function collect(from, to, copies) {
  const client = new FastMd();
  const paths = readdirSync(from, { recursive: true }).filter((path) => path.endsWith('.mdx')).sort();
  const items = await client.transformBatch(paths.map((path) => ({ file: join(from, path), content: readFileSync(join(from, path), 'utf8') })), { target: 'js' });
  await client.close();

  const good = [];
  for (const { index, status } of items) {
    const path = paths[index];
    const remarkPlugins = [remarkGfm, remarkFrontmatter, remarkMdxFrontmatter];
    const isCompiled = await compile({ path, value: readFileSync(join(from, path), 'utf8') }, { remarkPlugins }).then(() => true, () => false);
    if (isCompiled && status === 'converted') good.push(path);
  }

  const documents = [];
  let characters = 0;
  for (let copy = 0; copy < copies; copy++) {
    for (const path of good) {
      const target = join(to, String(copy), path);
      mkdirSync(join(target, '..'), { recursive: true });
      cpSync(join(from, path), target);
      documents.push(relative(to, target).replaceAll('\\', '/'));
      characters += readFileSync(target, 'utf8').length;
    }
  }
  return { documents, characters, rejected: paths.length - good.length };
}

function print(measured) {
  const columns = { build: 'whole build', wall: 'transform, wall', sum: 'transform, sum', rest: 'the rest' };
  const medians = Object.entries(measured).map(([plugin, results]) => [plugin, Object.keys(columns).map((column) => median(results.map((result) => result[column])))]);
  const [ours, theirs] = medians.map(([, numbers]) => numbers);
  console.log(`| ms | ${Object.values(columns).join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(4)}`);
  for (const [plugin, numbers] of medians) console.log(`| ${plugin} | ${numbers.map((number) => number.toFixed(0)).join(' | ')} |`);
  console.log(`| times as fast | ${ours.map((number, index) => (theirs[index] / number).toFixed(1)).join(' | ')} |`);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
