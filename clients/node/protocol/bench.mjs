// Measures fastmd serve on a folder of pages: node bench.mjs FOLDER. FASTMD_PATH names the executable.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from './support/client.mjs';

const executable = process.env.FASTMD_PATH ?? 'fastmd';
const folder = resolve(process.argv[2] ?? '.');
const rounds = 5;
const singles = 2000;
const pageBytes = 11_700;

const pages = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.md')).sort().slice(0, 1000).map(name => join(folder, name));
const texts = pages.map(path => readFileSync(path, 'utf8'));
const bytes = pages.reduce((sum, path) => sum + statSync(path).size, 0);
const typical = texts.reduce((best, text) => Math.abs(text.length - pageBytes) < Math.abs(best.length - pageBytes) ? text : best);
const temporary = mkdtempSync(join(tmpdir(), 'fastmd-bench-'));

const byNumber = (a, b) => a - b;
const median = values => [...values].sort(byNumber)[Math.floor(values.length / 2)];
const share = (values, part) => [...values].sort(byNumber)[Math.min(values.length - 1, Math.floor(values.length * part))];

function serve() {
  const child = spawn(executable, ['serve', '--root', folder, '--cache', join(temporary, 'cache')], { stdio: ['pipe', 'pipe', 'ignore'] });
  return { client: new Client(child.stdout, child.stdin, { checks: false }), exited: once(child, 'exit') };
}

async function timeOf(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function end({ client, exited }) {
  client.end();
  await exited;
}

async function repeated(work) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    times.push(await work());
  }

  return median(times);
}

async function latencies() {
  const server = serve();
  const params = { file: 'page.md', content: typical };
  const times = [];
  for (let count = 0; count < singles + 500; count++) {
    const time = await timeOf(() => server.client.call('transform', params));
    if (count >= 500) {
      times.push(time);
    }
  }

  await end(server);
  return times;
}

/** All pages as one batch, in a process that is there already. */
async function warmBatch(files, options) {
  const server = serve();
  await server.client.call('transformBatch', { files, options });
  const time = await repeated(() => timeOf(() => server.client.call('transformBatch', { files, options })));
  await end(server);
  return time;
}

/** All pages as one batch, from the start of the process to its last answer. */
function coldBatch(files) {
  return repeated(() => timeOf(async () => {
    const server = serve();
    await server.client.call('transformBatch', { files });
    await end(server);
  }));
}

/** All pages by fastmd convert, which talks to nobody and writes files: the time of a process that only starts, and of the whole. */
async function inProcess() {
  const source = join(temporary, 'source');
  mkdirSync(source);
  pages.forEach((path, index) => copyFileSync(path, join(source, `${index}.md`)));
  const run = arguments_ => {
    const started = performance.now();
    spawnSync(executable, arguments_, { cwd: temporary, stdio: 'ignore' });
    return performance.now() - started;
  };
  const start = await repeated(() => run(['--version']));
  const whole = await repeated(() => run(['convert', source, '--output', join(temporary, 'out'), '--no-incremental', '--json', '--no-link-warnings', '--assets', 'none']));
  return { start, whole };
}

const ofPaths = pages.map(path => ({ file: path }));
const ofTexts = pages.map((path, index) => ({ file: path, content: texts[index] }));
const single = await latencies();
const { start, whole } = await inProcess();
const rows = [
  [`single transform of ${typical.length} bytes, p50`, share(single, 0.5)],
  ['… p95', share(single, 0.95)],
  ['… p99', share(single, 0.99)],
  ['from process start, by paths', await coldBatch(ofPaths)],
  ['warm, by paths', await warmBatch(ofPaths)],
  ['warm, by paths, streamed', await warmBatch(ofPaths, { stream: true })],
  ['warm, as texts', await warmBatch(ofTexts)],
  ['fastmd convert, process and all', whole],
  ['fastmd convert, without its start', whole - start],
];
console.log(`${pages.length} pages, ${(bytes / 1024 / 1024).toFixed(1)} MB; medians of ${rounds}\n`);
console.log('| | ms | pages/s |\n|---|---:|---:|');
rows.forEach(([name, time], index) => console.log(`| ${name} | ${time.toFixed(index < 3 ? 2 : 0)} | ${(index < 3 ? 1000 / time : pages.length / time * 1000).toFixed(0)} |`));
rmSync(temporary, { recursive: true, force: true });
