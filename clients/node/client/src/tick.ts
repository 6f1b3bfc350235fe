import { signalOf } from './signals.js';
import type { Supervisor } from './supervisor.js';
import type { CallOptions, Document, TransformOptions, TransformResult } from './types.js';
import { Work } from './work.js';

interface Group {
  readonly options: TransformOptions;
  readonly works: Work[];
  readonly nobodyWaits: AbortController;
  waiting: number;
}

/** Collects the calls of one turn of the event loop: those with the same options are asked for together. */
export class TickBatcher {
  #groups = new Map<string, Group>();

  constructor(private readonly supervisor: Supervisor) {}

  /** Converts a document. */
  transform(document: Document, { signal: given, timeout, ...options }: TransformOptions & CallOptions): Promise<TransformResult> {
    const signal = signalOf({ ...(given && { signal: given }), ...(timeout !== undefined && { timeout }) });
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const group = this.#groupOf(options);
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        work.drop();
        end();
        reject(signal!.reason as Error);
        if (group.waiting === 0) group.nobodyWaits.abort();
      };
      const end = (): void => {
        group.waiting--;
        signal?.removeEventListener('abort', abort);
      };
      const work = new Work(document, ({ result, error }) => {
        end();
        result !== undefined ? resolve(result) : reject(error);
      });
      signal?.addEventListener('abort', abort, { once: true });
      group.works.push(work);
      group.waiting++;
    });
  }

  #groupOf(options: TransformOptions): Group {
    const key = JSON.stringify(options);
    let group = this.#groups.get(key);
    if (group === undefined) {
      if (this.#groups.size === 0) setImmediate(() => this.#send());
      group = { options, works: [], nobodyWaits: new AbortController(), waiting: 0 };
      this.#groups.set(key, group);
    }

    return group;
  }

  #send(): void {
    const groups = this.#groups;
    this.#groups = new Map();
    for (const { options, works, nobodyWaits } of groups.values()) {
      const wanted = works.filter((work) => !work.isSettled);
      if (wanted.length === 0) continue;

      // Where there is no server to ask, each that still waits is told.
      this.supervisor.run(wanted, options, nobodyWaits.signal).catch((failure) => {
        for (const work of wanted) work.fail(failure);
      });
    }
  }
}
