import type { FastMd, TransformOptions, TransformResult } from '@fastmd/client';
import { type Compiler, type Manner, type Module, noMap, type Source } from './compiler.js';
import { htmlModule } from './html-module.js';
import type { FastMdPluginOptions } from './options.js';
import { Results } from './results.js';
import { settingsOf } from './settings.js';

/** Compiles documents by FastMd: to components, or to modules with HTML. */
export class FastMdCompiler implements Compiler {
  readonly #client: () => FastMd;
  readonly #target: 'js' | 'html';
  readonly #settings: Record<string, unknown>;
  readonly #results = new Results();

  constructor(client: () => FastMd, target: 'js' | 'html', options: FastMdPluginOptions) {
    this.#client = client;
    this.#target = target;
    this.#settings = settingsOf(options);
  }

  async compile(source: Source, manner: Manner): Promise<Module> {
    const result =
      (await this.#results.get(source)) ??
      (await this.#client().transform({ file: source.path, content: source.content }, this.#transformOptions(manner)));
    return this.#target === 'html' ? asHtml(result) : asComponent(result, source);
  }

  /** Starts to convert documents ahead of their `compile`, which takes the result where the content is still the same. */
  warmUp(sources: readonly Source[], manner: Manner): void {
    const fresh = sources.filter((source) => !this.#results.has(source));
    if (fresh.length === 0) return;
    const documents = fresh.map(({ path, content }) => ({ file: path, content }));
    const batch = this.#client().transformBatch(documents, { ...this.#transformOptions(manner), ordered: false });
    this.#results.fill(fresh, batch);
  }

  /** Lets go of what was converted ahead. */
  forget(): void {
    this.#results.clear();
  }

  #transformOptions({ mode, sourcemap }: Manner): TransformOptions {
    if (this.#target === 'html') return { target: 'html', settings: this.#settings };
    return { target: 'js', mode, sourcemap, settings: this.#settings };
  }
}

function asComponent({ code, map, dependencies, diagnostics }: TransformResult, { path }: Source): Module {
  // FastMd names sources from its own root; to others the absolute path is clear.
  return { code, map: map ? { ...map, sources: [path] } : noMap, dependencies, warnings: diagnostics };
}

function asHtml(result: TransformResult): Module {
  return { code: htmlModule(result), map: noMap, dependencies: result.dependencies, warnings: result.diagnostics };
}
