import { join } from 'node:path';
import { type LogLevel, type Plugin as RollupPlugin, rollup, type RollupLog } from 'rollup';
import * as vite8 from 'vite';
import * as vite7 from 'vite7';
import { vi } from 'vitest';
import fastmd, { type FastMdPluginOptions } from '../../src/index.js';

export interface Built {
  readonly code: string;
  readonly map: { sources: string[]; mappings: string; names: string[]; version: number } | null;
  readonly warnings: RollupLog[];
}

export type Bundle = (root: string, options?: FastMdPluginOptions, more?: RollupPlugin[]) => Promise<Built>;

/** Builds `main.js` of a project to one chunk, of which packages are no part. */
export const bundlers: Record<string, Bundle> = {
  'Vite 8': (root, options, more) => buildByVite(vite8.build as Build, root, options, more),
  'Vite 7': (root, options, more) => buildByVite(vite7.build as unknown as Build, root, options, more),
  Rollup: buildByRollup,
};

type Build = (config: vite8.InlineConfig) => Promise<unknown>;

async function buildByVite(build: Build, root: string, options?: FastMdPluginOptions, more: RollupPlugin[] = []): Promise<Built> {
  const warnings: RollupLog[] = [];
  // Vitest sets it, and Vite would go by it.
  vi.stubEnv('NODE_ENV', 'production');
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [fastmd(options), ...(more as unknown as vite8.Plugin[])],
    build: {
      write: false,
      minify: false,
      sourcemap: 'hidden',
      rollupOptions: {
        input: join(root, 'main.js'),
        external: isPackage,
        preserveEntrySignatures: 'strict',
        onLog: (level: LogLevel, log: RollupLog) => void (level === 'warn' && warnings.push(log)),
      },
    },
  } as vite8.InlineConfig);
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: Built[] };
  return { code: output[0]!.code, map: output[0]!.map, warnings };
}

async function buildByRollup(root: string, options?: FastMdPluginOptions, more: RollupPlugin[] = []): Promise<Built> {
  const warnings: RollupLog[] = [];
  const bundle = await rollup({
    input: join(root, 'main.js'),
    external: isPackage,
    plugins: [fastmd(options), ...more],
    onLog: (level, log) => void (level === 'warn' && warnings.push(log)),
  });
  const { output } = await bundle.generate({ format: 'es', sourcemap: 'hidden' });
  await bundle.close();
  return { code: output[0].code, map: output[0].map, warnings };
}

const isPackage = /^(?:react|preact|vue|solid-jsx?)(?:\/|$)/;
