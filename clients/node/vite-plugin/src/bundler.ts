/**
 * What the plugin needs of its bundler. Rollup, Vite 7 and Vite 8 each have types of their own for plugins; what is declared here suits all
 * of them, and whoever uses one need not install the others.
 */
export interface HookContext {
  readonly meta: { readonly watchMode: boolean };
  addWatchFile(path: string): void;
  warn(log: Log): void;
  error(log: Log): never;
}

/** A message of a plugin. */
export interface Log {
  message: string;
  code?: string;
  id: string;
  /** Lines are counted from 1, columns from 0. */
  loc?: { file: string; line: number; column: number };
  frame?: string;
  cause?: unknown;
}

/** What Vite has decided. */
export interface ViteConfig {
  readonly root: string;
  readonly command: 'build' | 'serve';
  readonly isProduction: boolean;
  readonly publicDir: string;
  readonly build: { readonly outDir: string; readonly sourcemap: boolean | 'inline' | 'hidden' };
}
