import { createRequire } from 'node:module';
import type { Diagnostic } from '@fastmd/client';
import type { CompileOptions } from '@mdx-js/mdx';
import { type Compiler, type Manner, type Module, noMap, type Source, type SourceMap } from './compiler.js';
import type { FastMdPluginOptions, RemarkOptions } from './options.js';

const remarkOptions = ['remarkPlugins', 'rehypePlugins', 'recmaPlugins', 'remarkRehypeOptions'] as const satisfies (keyof RemarkOptions)[];

export function usesRemark(options: FastMdPluginOptions): boolean {
  return remarkOptions.some((name) => options[name] !== undefined);
}

/** Compiles documents by `@mdx-js/mdx`, for plugins of remark, rehype and recma, which FastMd cannot run. */
export class MdxCompiler implements Compiler {
  readonly #options: FastMdPluginOptions;
  #reference: Promise<Reference> | undefined;

  constructor(options: FastMdPluginOptions) {
    this.#options = options;
  }

  async compile({ path, content }: Source, { mode, sourcemap }: Manner): Promise<Module> {
    this.#reference ??= loadReference();
    const { compile, SourceMapGenerator } = await this.#reference;
    const file = await compile(
      { path, value: content },
      {
        ...this.#compileOptions(),
        development: mode === 'development',
        ...(sourcemap && { SourceMapGenerator }),
      },
    );
    const map = file.map as SourceMap | undefined;
    return {
      code: String(file),
      map: map ? { ...map, sources: [path] } : noMap,
      dependencies: [],
      warnings: file.messages.map(asDiagnostic),
    };
  }

  #compileOptions(): CompileOptions {
    const { jsxImportSource, jsxRuntime, providerImportSource } = this.#options;
    const given = { jsxImportSource, jsxRuntime, providerImportSource, ...pick(this.#options, remarkOptions) };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as CompileOptions;
  }
}

/** A message of remark: what it warns of, or throws. */
export interface RemarkMessage {
  readonly reason: string;
  readonly source?: string | undefined;
  readonly ruleId?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The same in FastMd's form. */
export function asDiagnostic({ reason, source, ruleId, line, column }: RemarkMessage): Diagnostic {
  return {
    severity: 'warning',
    code: [source, ruleId].filter(Boolean).join(':'),
    message: reason,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}

interface Reference {
  readonly compile: typeof import('@mdx-js/mdx').compile;
  readonly SourceMapGenerator: NonNullable<CompileOptions['SourceMapGenerator']>;
}

async function loadReference(): Promise<Reference> {
  try {
    const { compile } = await import('@mdx-js/mdx');
    // The generator is a dependency of @mdx-js/mdx, not of ours.
    const require = createRequire(import.meta.resolve('@mdx-js/mdx'));
    return { compile, SourceMapGenerator: require('source-map').SourceMapGenerator };
  } catch (error) {
    throw new Error(
      `The options ${remarkOptions.join(', ')} need the package @mdx-js/mdx, which cannot be loaded. Install it (npm install --save-dev @mdx-js/mdx), or leave those options out: FastMd compiles documents without it.`,
      { cause: error },
    );
  }
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
