import { createFilter } from '@rollup/pluginutils';
import type { FastMdPluginOptions } from './options.js';

/** What the default of `include` matches, with a query after it or without. */
export const defaultDocument = /\.mdx?(?:\?|$)/;

// Queries by which Vite and @rollup/plugin-commonjs ask for something else than the module.
const foreignQuery = /(?:^|&)(?:raw|url|inline|no-inline|worker|sharedworker|commonjs-[^&]*)(?:[=&]|$)/;

/** Tells which ids of modules are documents: gives their path, without the query. */
export function documentPaths({ include, exclude }: FastMdPluginOptions, root: string) {
  const matches = createFilter(include ?? defaultDocument, exclude, { resolve: root });
  return (id: string): string | undefined => {
    // Other plugins' virtual modules begin with a null character.
    if (id.startsWith('\0')) return undefined;
    const mark = id.indexOf('?');
    if (mark < 0) return matches(id) ? id : undefined;
    if (foreignQuery.test(id.slice(mark + 1))) return undefined;
    const path = id.slice(0, mark);
    return matches(path) ? path : undefined;
  };
}
