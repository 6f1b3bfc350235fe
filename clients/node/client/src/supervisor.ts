import { Connection, ConnectionLost } from './connection.js';
import type { Diagnostic } from './diagnostic.js';
import { errorOf, FastMdError, SidecarCrashError } from './errors.js';
import { slicesOf } from './slices.js';
import { open } from './transport.js';
import type { FastMdOptions, Status, TransformOptions, TransformResult } from './types.js';
import type { Outcome, Work } from './work.js';

/** How a slice of documents runs. */
export interface SliceOptions extends TransformOptions {
  readonly maxWorkers?: number;
}

interface ResultMessage extends TransformResult {
  readonly batchId: string;
  readonly index: number;
  readonly status: Status;
  readonly error?: { code: number; message: string };
  readonly diagnostics: readonly Diagnostic[];
}

const protocolVersion = 1;
const startGraceMs = 30_000;
const closeGraceMs = 2000;

/**
 * Keeps a server running. When it ends while documents are in hand, each of those is suspect: it is tried again, alone, and the one that ends the server again
 * fails. Everything else waits meanwhile, and then goes on.
 */
export class Supervisor {
  #connection: Connection | undefined;
  #starting: Promise<Connection> | undefined;
  #recovery: { readonly done: Promise<void>; readonly finish: () => void } | undefined;
  #recovering = 0;
  #alone: Promise<unknown> = Promise.resolve();
  #lastBatch = 0;
  #isClosed = false;
  #closing: Promise<void> | undefined;
  readonly #asked = new Set<Promise<unknown>>();

  constructor(private readonly options: FastMdOptions) {}

  /** Converts documents; resolves when each of them is settled, or nobody waits for them. Rejects where there is no server to ask. */
  run(works: readonly Work[], options: SliceOptions, signal?: AbortSignal): Promise<void> {
    return this.#counted(async () => {
      const { maximumMessageBytes } = await this.#connect();
      await Promise.all(slicesOf(works, maximumMessageBytes).map((slice) => this.#run(slice, options, signal)));
    });
  }

  /** Asks for something that does no harm when it is asked for twice. */
  request(method: string, params: unknown): Promise<unknown> {
    return this.#counted(async () => {
      const connection = await this.#connect();
      try {
        return await connection.request(method, params);
      } catch (failure) {
        if (!(failure instanceof ConnectionLost)) throw failure;
        return await this.#exclusive(() => this.#requestAgain(method, params));
      }
    });
  }

  /** Ends the server, once all that was asked of it is answered. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // Calls of this turn were made before.
    await new Promise((resolve) => setImmediate(resolve));
    this.#isClosed = true;
    while (this.#asked.size > 0) await Promise.allSettled(this.#asked);
    const connection = this.#connection;
    if (connection === undefined || connection.isLost) return;
    const timer = setTimeout(() => connection.kill(), closeGraceMs);
    try {
      await connection.request('shutdown', {});
      connection.notify('exit', {});
      await connection.ended;
    } catch (failure) {
      if (!(failure instanceof ConnectionLost)) throw failure;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs what a caller asks for, and remembers it until it is answered. */
  #counted<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new FastMdError('The client is closed: make another one.'));
    const asked = ask();
    this.#asked.add(asked);
    const forget = (): void => { this.#asked.delete(asked); };
    asked.then(forget, forget);
    return asked;
  }

  async #run(works: readonly Work[], options: SliceOptions, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return;
    const connection = await this.#connect();
    try {
      await this.#runOn(connection, works, options, signal);
    } catch (failure) {
      const left = works.filter((work) => !work.isSettled);
      if (failure instanceof ConnectionLost) await this.#retryAlone(left, options, signal);
      else if (left.length === 1) left[0]!.fail(failure);
      // What is wrong with one document is no fault of the others.
      else for (const work of left) await this.#run([work], options, signal);
    }
  }

  async #requestAgain(method: string, params: unknown): Promise<unknown> {
    try {
      return await (await this.#start()).request(method, params);
    } catch (again) {
      throw again instanceof ConnectionLost ? new SidecarCrashError(`fastmd ended twice while it ran ${method}`, again.ending) : again;
    }
  }

  async #runOn(connection: Connection, works: readonly Work[], options: SliceOptions, signal?: AbortSignal): Promise<void> {
    const batchId = `b${++this.#lastBatch}`;
    const cancel = (): void => { if (!connection.isLost) void connection.request('cancelBatch', { batchId }).catch(() => {}); };
    const stopListening = connection.listen(batchId, (message) => {
      const { index, ...result } = message as ResultMessage;
      works[index]?.settle(outcomeOf(works[index], result));
    });
    try {
      await connection.drained();
      const answer = connection.request('transformBatch', {
        batchId,
        files: works.map((work) => work.document),
        options: { ...options, ordered: false, stream: true, progress: false },
      });
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted) cancel();
      await answer;
    } finally {
      signal?.removeEventListener('abort', cancel);
      stopListening();
    }
  }

  async #retryAlone(suspects: readonly Work[], options: SliceOptions, signal?: AbortSignal): Promise<void> {
    await this.#exclusive(async () => {
      for (const work of suspects) {
        if (work.isSettled || signal?.aborted) continue;
        try {
          await this.#runOn(await this.#start(), [work], options, signal);
        } catch (failure) {
          work.fail(failure instanceof ConnectionLost ? crashOf(work, failure) : failure);
        }
      }
    });
  }

  /** Runs while nothing else does. What is new waits until all that is suspect was tried. */
  async #exclusive<T>(run: () => Promise<T>): Promise<T> {
    if (this.#recovery === undefined) {
      let finish!: () => void;
      this.#recovery = { done: new Promise((resolve) => { finish = resolve; }), finish };
    }

    this.#recovering++;
    const result = this.#alone.then(run);
    this.#alone = result.catch(() => {});
    try {
      return await result;
    } finally {
      if (--this.#recovering === 0) {
        this.#recovery?.finish();
        this.#recovery = undefined;
      }
    }
  }

  async #connect(): Promise<Connection> {
    while (this.#recovery !== undefined) await this.#recovery.done;
    return this.#start();
  }

  /** The server that runs; a new one where there is none. */
  async #start(): Promise<Connection> {
    if (this.#connection !== undefined && !this.#connection.isLost) return this.#connection;

    // Of several that come here at once, the first one starts it.
    this.#starting ??= this.#initialize().finally(() => { this.#starting = undefined; });
    return this.#starting;
  }

  async #initialize(): Promise<Connection> {
    const connection = new Connection(open(this.options));
    const timer = setTimeout(() => connection.kill(), startGraceMs);
    try {
      const { capabilities } = await connection.request('initialize', {
        protocolVersion,
        clientInfo: { name: '@fastmd/client' },
        settings: this.options.settings ?? {},
      }) as { capabilities?: { maximumMessageBytes?: number } };
      connection.maximumMessageBytes = capabilities?.maximumMessageBytes ?? connection.maximumMessageBytes;
      this.#connection = connection;
      return connection;
    } catch (failure) {
      connection.kill();
      throw failure instanceof ConnectionLost ? new SidecarCrashError('fastmd does not start', failure.ending) : failure;
    } finally {
      clearTimeout(timer);
    }
  }
}

function crashOf({ name }: Work, lost: ConnectionLost): SidecarCrashError {
  return new SidecarCrashError(`${name}: fastmd ended twice while it had this document in hand, the second time with no other`, lost.ending, name);
}

function outcomeOf({ name }: Work, { status, error, batchId: _, ...result }: Omit<ResultMessage, 'index'>): Outcome {
  return error !== undefined
    ? { file: name, status, error: errorOf(error.code, error.message, name, result.diagnostics) }
    : { file: result.file, status, result };
}
