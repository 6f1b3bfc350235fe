import { FastMd } from '@fastmd/client';
import type { FastMdPluginOptions } from './options.js';

/** The FastMd that the plugin uses: one that it was given, or one of its own that it starts and ends. */
export class ClientLease {
  readonly #options: FastMdPluginOptions;
  #own: FastMd | undefined;

  constructor(options: FastMdPluginOptions) {
    this.#options = options;
  }

  /** Starts one where there is none: a server that restarts keeps the plugin. */
  get(): FastMd {
    const { client, path } = this.#options;
    return client ?? (this.#own ??= new FastMd(path === undefined ? {} : { path }));
  }

  async close(): Promise<void> {
    const own = this.#own;
    this.#own = undefined;
    await own?.close();
  }
}
