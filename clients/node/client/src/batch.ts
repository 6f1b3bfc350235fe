import { signalOf } from './signals.js';
import type { Supervisor } from './supervisor.js';
import type { BatchItem, BatchOptions, Document } from './types.js';
import { Work } from './work.js';

// Documents that are asked for and not yet taken: so much is in memory of a batch, whatever its size.
const mostAhead = 512;
const sliceDocuments = 128;
const sliceCharacters = 4 * 1024 * 1024;
const progressPeriodMs = 50;

/**
 * A batch: its documents are asked for a slice at a time, as its results are taken, so that neither side holds more than a few. To be iterated for the
 * results one by one, or awaited for all of them.
 */
export class Batch implements AsyncIterable<BatchItem>, PromiseLike<BatchItem[]> {
  readonly #items = new Map<number, BatchItem>();
  readonly #signal: AbortSignal | undefined;
  readonly #ended = new AbortController();
  #sent = 0;
  #taken = 0;
  #completed = 0;
  #running = 0;
  #failure: { readonly reason: unknown } | undefined;
  #wake: (() => void) | undefined;
  #told = 0;
  #all: Promise<BatchItem[]> | undefined;
  #isTaken = false;

  constructor(private readonly supervisor: Supervisor, private readonly documents: readonly Document[], private readonly options: BatchOptions) {
    this.#signal = signalOf(options);
    if (this.#signal?.aborted) this.#abort();
    else this.#signal?.addEventListener('abort', this.#abort, { once: true });
    this.#send();
  }

  /** The results, as `ordered` says. Whoever stops early cancels the rest. */
  async *[Symbol.asyncIterator](): AsyncGenerator<BatchItem, void, undefined> {
    if (this.#isTaken) throw new Error('The results of a batch can be taken once: iterate it, or await it.');
    this.#isTaken = true;
    try {
      while (this.#taken < this.documents.length) {
        const item = this.#take();
        if (item !== undefined) yield item;
        else if (this.#failure !== undefined) throw this.#failure.reason;
        else await new Promise<void>((resolve) => { this.#wake = resolve; });
      }
    } finally {
      this.#stop();
    }
  }

  /** All results, in the order that iterating gives. */
  then<Result = BatchItem[], Failure = never>(
    fulfilled?: ((items: BatchItem[]) => Result | PromiseLike<Result>) | null,
    rejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): PromiseLike<Result | Failure> {
    this.#all ??= (async () => {
      const items: BatchItem[] = [];
      for await (const item of this) items.push(item);
      return items;
    })();
    return this.#all.then(fulfilled, rejected);
  }

  readonly #abort = (): void => this.#fail(this.#signal!.reason);

  #take(): BatchItem | undefined {
    const next = this.options.ordered === false ? this.#items.values().next().value : this.#items.get(this.#taken);
    if (next === undefined) return undefined;
    this.#items.delete(next.index);
    this.#taken++;
    this.#send();
    return next;
  }

  /** Asks for more, while few are ahead of who takes the results. */
  #send(): void {
    // Slices that overlap keep the workers busy; a caller that says how many there may be at once means all of them.
    const mostRunning = this.options.maxWorkers === undefined ? 2 : 1;
    while (!this.#ended.signal.aborted && this.#sent < this.documents.length && this.#running < mostRunning && this.#sent - this.#taken < mostAhead) {
      const slice = this.#nextSlice();
      this.#running++;
      const { target, mode, sourcemap, settings, maxWorkers } = this.options;
      const options = defined({ target, mode, sourcemap, settings, maxWorkers });
      this.supervisor.run(slice, options, this.#ended.signal).then(
        () => {
          this.#running--;
          this.#send();
        },
        (reason: unknown) => this.#fail(reason));
    }
  }

  #nextSlice(): Work[] {
    const slice: Work[] = [];
    for (let characters = 0; this.#sent < this.documents.length && slice.length < sliceDocuments && characters < sliceCharacters; this.#sent++) {
      const index = this.#sent;
      const document = this.documents[index]!;
      characters += document.content?.length ?? 0;
      slice.push(new Work(document, (outcome) => this.#receive({ index, ...outcome })));
    }

    return slice;
  }

  #receive(item: BatchItem): void {
    if (this.#ended.signal.aborted) return;
    this.#items.set(item.index, item);
    if (++this.#completed === this.documents.length) this.#signal?.removeEventListener('abort', this.#abort);
    this.#wake?.();
    try {
      this.#tell(item.file);
    } catch (failure) {
      this.#fail(failure);
    }
  }

  #tell(currentFile: string): void {
    const now = performance.now();
    if (this.#completed === this.documents.length || now - this.#told >= progressPeriodMs) {
      this.#told = now;
      this.options.onProgress?.({ completed: this.#completed, total: this.documents.length, currentFile });
    }
  }

  #fail(reason: unknown): void {
    this.#failure ??= { reason };
    this.#stop();
    this.#wake?.();
  }

  /** Nobody waits for the rest. */
  #stop(): void {
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#ended.abort();
  }
}

/** A file of a batch, as callers may name it. */
export function documentOf(document: Document | string): Document {
  return typeof document === 'string' ? { file: document } : document;
}

function defined<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
