import { extname, resolve } from 'node:path';
import { normalizePath } from '@rollup/pluginutils';
import type { HookContext, ViteConfig } from './bundler.js';
import { ClientLease } from './client.js';
import { type Manner, type Source, sourceOf } from './compiler.js';
import { readDocuments } from './discovery.js';
import { defaultDocument, documentPaths } from './documents.js';
import { FastMdCompiler } from './fastmd-compiler.js';
import { logOf, logOfError } from './log.js';
import { MdxCompiler, usesRemark } from './mdx-compiler.js';
import type { FastMdPluginOptions } from './options.js';

// Documents that are read ahead of a build; with what becomes of them they take a few times as much memory.
const mostCharactersAhead = 64 * 1024 * 1024;

/** Makes modules of Markdown and MDX, in Vite and in Rollup. */
export default function fastmd(options: FastMdPluginOptions = {}) {
  const client = new ClientLease(options);
  const components = new FastMdCompiler(() => client.get(), 'js', options);
  const html = new FastMdCompiler(() => client.get(), 'html', options);
  const remark = usesRemark(options) ? new MdxCompiler(options) : undefined;

  // Until Vite says otherwise, this is a build by Rollup.
  let root = process.cwd();
  let documentPath = documentPaths(options, root);
  let manner: Manner = { mode: 'production', sourcemap: true };
  let skippedFolders: ReadonlySet<string> = new Set();
  let isServer = false;
  let builds = 0;
  let isWarm = false;

  const fastmdCompilerOf = ({ path }: Source): FastMdCompiler | undefined => {
    if (options.markdown === 'html' && extname(path) !== '.mdx') return html;
    return remark ? undefined : components;
  };

  function warmUp(): void {
    const sources = readDocuments(root, (path) => documentPath(path) !== undefined, skippedFolders, mostCharactersAhead);
    for (const compiler of [components, html]) {
      compiler.warmUp(sources.filter((source) => fastmdCompilerOf(source) === compiler), manner);
    }
  }

  return {
    name: 'fastmd',
    enforce: 'pre' as const,

    configResolved(config: ViteConfig) {
      root = config.root;
      documentPath = documentPaths(options, root);
      isServer = config.command === 'serve';
      manner = {
        // The JSX runtime for development is there in a development build of the framework only.
        mode: config.isProduction ? 'production' : 'development',
        sourcemap: isServer || config.build.sourcemap !== false,
      };
      skippedFolders = new Set([config.build.outDir, config.publicDir].map((folder) => normalizePath(resolve(root, folder))));
    },

    buildStart(this: HookContext) {
      builds++;
      // Builds that follow while files are watched are of what has changed.
      if (isServer || options.warmUp === false || isWarm) return;
      isWarm = this.meta.watchMode;
      warmUp();
    },

    transform: {
      // Spares Rolldown the way to JavaScript for all other modules.
      filter: options.include ? {} : { id: defaultDocument },
      async handler(this: HookContext, content: string, id: string) {
        const path = documentPath(id);
        if (path === undefined) return null;
        const source = sourceOf(path, content);
        try {
          const module = await (fastmdCompilerOf(source) ?? remark!).compile(source, manner);
          for (const dependency of module.dependencies) this.addWatchFile(dependency);
          for (const warning of module.warnings) this.warn(logOf(source, warning));
          return { code: module.code, map: module.map };
        } catch (error) {
          return this.error(logOfError(source, error));
        }
      },
    },

    async closeBundle(this: HookContext) {
      // Several builds may share the plugin.
      if (--builds > 0) return;
      components.forget();
      html.forget();
      // Builds that watch go on.
      if (isServer || !this.meta.watchMode) await client.close();
    },

    async closeWatcher() {
      await client.close();
    },
  };
}
