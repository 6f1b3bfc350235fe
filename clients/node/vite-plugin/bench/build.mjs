// One build of bench/vite.mjs; writes what it took as JSON.
import { join } from 'node:path';
import { build } from 'vite';

const [root, name] = process.argv.slice(2);
const plugin = name === 'vite-plugin-fastmd' ? await ours() : await theirs();

/** Times at which the plugin has something in hand. */
const spans = [];
function timed(hook, isOurs = () => true) {
  const run = typeof hook === 'function' ? hook : hook.handler;
  const measured = async function (...parameters) {
    const start = performance.now();
    const result = await run.apply(this, parameters);
    if (isOurs(result)) spans.push([start, performance.now()]);
    return result;
  };
  return typeof hook === 'function' ? measured : { ...hook, handler: measured };
}
// Of other modules transform gives nothing.
plugin.transform = timed(plugin.transform, (result) => result != null);
if (plugin.buildStart) plugin.buildStart = timed(plugin.buildStart);

const start = performance.now();
await build({
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [{ ...plugin, enforce: 'pre' }, externals()],
  build: { minify: false, outDir: join(root, name.replace('/', '-')), rollupOptions: { input: join(root, 'main.js'), preserveEntrySignatures: 'strict' } },
});
const whole = performance.now() - start;
const wall = union(spans);
console.log(JSON.stringify({ build: whole, wall, sum: spans.reduce((sum, [from, to]) => sum + to - from, 0), rest: whole - wall }));

async function ours() {
  const { default: fastmd } = await import('vite-plugin-fastmd');
  return fastmd();
}

async function theirs() {
  const [{ default: mdx }, { default: gfm }, { default: frontmatter }, { default: mdxFrontmatter }] = await Promise.all([
    import('@mdx-js/rollup'),
    import('remark-gfm'),
    import('remark-frontmatter'),
    import('remark-mdx-frontmatter'),
  ]);
  return mdx({ remarkPlugins: [gfm, frontmatter, mdxFrontmatter] });
}

/** Whatever documents import is left to be imported. */
function externals() {
  return { name: 'externals', enforce: 'pre', resolveId: (id, importer) => (importer?.endsWith('.mdx') ? { id: id.replace(/^[./~]+/, 'external:'), external: true } : null) };
}

function union(all) {
  let total = 0;
  let end = -Infinity;
  for (const [from, to] of all.toSorted(([a], [b]) => a - b)) {
    total += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return total;
}
