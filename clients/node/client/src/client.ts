import { Batch, documentOf } from './batch.js';
import { Supervisor } from './supervisor.js';
import { TickBatcher } from './tick.js';
import type { BatchOptions, CallOptions, Document, FastMdOptions, TransformOptions, TransformResult } from './types.js';

/** What the cache on disk holds, and did. */
export interface CacheStatistics {
  readonly directory: string;
  readonly entries: number;
  readonly bytes: number;
  readonly maximumBytes: number;
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
  readonly corrupt: number;
}

/** A check of the machine, as `fastmd doctor` shows it. */
export interface HealthCheck {
  readonly check: string;
  readonly status: 'ok' | 'warning' | 'problem';
  readonly found: string;
  readonly advice?: string;
}

/**
 * FastMd as a resident process, which is started with the first call, started again where it crashes, and does not keep Node alive while nothing is asked of it.
 */
export class FastMd {
  readonly #supervisor: Supervisor;
  readonly #batcher: TickBatcher;

  constructor(options: FastMdOptions = {}) {
    this.#supervisor = new Supervisor(options);
    this.#batcher = new TickBatcher(this.#supervisor);
  }

  /** Converts a document. Rejects with a `TransformError` where it cannot be converted. */
  async transform(document: Document | string, options: TransformOptions & CallOptions = {}): Promise<TransformResult> {
    return this.#batcher.transform(documentOf(document), options);
  }

  /** Converts documents: iterate the batch for each as soon as it is ready, or await it for all. One that fails is a result, and no rejection. */
  transformBatch(documents: readonly (Document | string)[], options: BatchOptions = {}): Batch {
    return new Batch(this.#supervisor, documents.map(documentOf), options);
  }

  /** The text without a byte order mark, with `\n` at the end of each line. */
  async normalize(content: string): Promise<string> {
    return (await this.#supervisor.request('normalize', { content }) as { content: string }).content;
  }

  /** The SHA-256 of a text or a file. */
  async computeDigest(of: { content: string } | { path: string }, { normalize = false } = {}): Promise<string> {
    return (await this.#supervisor.request('computeDigest', { ...of, normalize }) as { digest: string }).digest;
  }

  /** A cache on disk, shared with other clients. */
  readonly cache = {
    /** The value of a key; undefined where there is none. */
    get: async (key: string): Promise<unknown> => (await this.#supervisor.request('cache.get', { key }) as { value?: unknown }).value,
    /** Keeps a value; gives its key, which is the digest of the value where none is given. */
    set: async (value: unknown, key?: string): Promise<string> =>
      (await this.#supervisor.request('cache.set', { value, ...(key !== undefined && { key }) }) as { key: string }).key,
    delete: async (key: string): Promise<boolean> => (await this.#supervisor.request('cache.delete', { key }) as { deleted: boolean }).deleted,
    clear: async (): Promise<number> => (await this.#supervisor.request('cache.clear', {}) as { removed: number }).removed,
    stats: async (): Promise<CacheStatistics> => await this.#supervisor.request('cache.stats', {}) as CacheStatistics,
  };

  /** What the process did and uses. */
  async metrics(): Promise<Record<string, unknown>> {
    return await this.#supervisor.request('metrics', {}) as Record<string, unknown>;
  }

  /** Whether machine and process are as they should be. */
  async health(): Promise<{ status: 'healthy' | 'warning' | 'unhealthy'; checks: HealthCheck[] }> {
    return await this.#supervisor.request('health', {}) as { status: 'healthy' | 'warning' | 'unhealthy'; checks: HealthCheck[] };
  }

  /** Ends the process, which finishes what it has in hand. */
  close(): Promise<void> {
    return this.#supervisor.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
