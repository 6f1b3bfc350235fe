import type { FastMd } from '@fastmd/client';
import type { FilterPattern } from '@rollup/pluginutils';

export interface FastMdPluginOptions extends RemarkOptions {
  /** Which files are documents: globs, from the root of the project, or regular expressions. Default: `*.md` and `*.mdx`. */
  include?: FilterPattern;
  /** Which of them are not. */
  exclude?: FilterPattern;

  /** What `.md` becomes: a component, as `.mdx` does, or a module with its HTML. Default: `component`. */
  markdown?: 'component' | 'html';

  /** Package that the JSX runtime comes from. Default: `react`. */
  jsxImportSource?: string;
  /** Default: `automatic`. */
  jsxRuntime?: 'automatic' | 'classic';
  /** Module whose `useMDXComponents` provides components, such as `@mdx-js/react`. */
  providerImportSource?: string;
  /** Name that front matter is exported under, or `false`. Default: `frontmatter`. */
  frontMatterExport?: string | false;
  /** Name that a list of the headings (`{ depth, value, id }`) is exported under. It gives headings ids. Default: `false`. */
  contentsExport?: string | false;
  /** Whether headings of components have ids. Default: `false`. */
  headingIds?: boolean;

  /** Whether `$…$` and `$$…$$` are math. Default: only in HTML. */
  math?: boolean;
  /** Whether `:rocket:` and its like become emoji. Default: only in HTML. */
  emoji?: boolean;
  /** Whether quotes that begin with `[!NOTE]` become alerts. Default: only in HTML. */
  alerts?: boolean;
  /** Whether `:::note` and its like become containers. Default: `false`. */
  directives?: boolean;
  /** Any other setting of FastMd, by its key in `fastmd.json`. */
  settings?: Record<string, unknown>;

  /** The executable. By default the client finds it. */
  path?: string;
  /** A client to share. It is not closed; without it the plugin has one of its own. */
  client?: FastMd;
  /** Whether a build converts all documents of the project at once when it starts. Default: `true`. */
  warmUp?: boolean;
}

/** With any of these, components are compiled by `@mdx-js/mdx` rather than by FastMd. */
export interface RemarkOptions {
  remarkPlugins?: unknown[];
  rehypePlugins?: unknown[];
  recmaPlugins?: unknown[];
  remarkRehypeOptions?: object;
}
