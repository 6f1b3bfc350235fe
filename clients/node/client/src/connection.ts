import type { Diagnostic } from './diagnostic.js';
import { errorOf, ProtocolError, type Ending } from './errors.js';
import { Lines } from './lines.js';
import type { Transport } from './transport.js';

/** The server ended while something was asked of it. */
export class ConnectionLost extends Error {
  constructor(readonly ending: Ending) {
    super('The connection is lost.');
  }
}

interface Pending {
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

interface Message {
  id?: number | string | null;
  method?: string;
  params?: { batchId?: string };
  result?: unknown;
  error?: { code: number; message: string; data?: { file?: string; diagnostics?: Diagnostic[] } };
}

/** Requests and their answers, over the streams of a server. */
export class Connection {
  /** Bytes that a message may have: the server reads past longer ones, and answers nobody. */
  maximumMessageBytes = 64 * 1024 * 1024;

  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, (params: unknown) => void>();
  #lastId = 0;
  #ending: Ending | undefined;
  #isBroken = false;
  #draining: Promise<void> | undefined;
  #wakeDraining: (() => void) | undefined;

  constructor(private readonly transport: Transport) {
    const lines = new Lines((line) => this.#receive(line));
    transport.output.on('data', (piece: Buffer) => lines.push(piece));
    transport.output.on('error', () => {});
    transport.hold(false);
    void transport.ended.then((ending) => this.#lose(ending));
  }

  /** Whether nothing can be asked of the server any more. */
  get isLost(): boolean {
    return this.#isBroken || this.#ending !== undefined;
  }

  /** How the server ended: settled when it has. */
  get ended(): Promise<Ending> {
    return this.transport.ended;
  }

  /** Ends the server at once. */
  kill(): void {
    this.transport.kill();
  }

  /**
   * Asks for something. Rejects with the error that answers it, or with `ConnectionLost`. Waits while the server does not read: what is to be written is
   * not made a message before there is room for it.
   */
  async request(method: string, params: unknown): Promise<unknown> {
    if (this.isLost) throw new ConnectionLost(this.#ending ?? { exitCode: null, signal: null, stderr: '' });
    const id = ++this.#lastId;
    const line = lineOf({ jsonrpc: '2.0', id, method, params });
    if (Buffer.byteLength(line) > this.maximumMessageBytes) {
      throw new ProtocolError(`What is asked of fastmd is longer than the ${this.maximumMessageBytes} bytes that it reads; send a path rather than the content.`);
    }

    const answer = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    if (this.#pending.size === 1) this.transport.hold(true);
    this.transport.input.write(line);
    return answer;
  }

  /** Tells the server something. */
  notify(method: string, params: unknown): void {
    this.transport.input.write(lineOf({ jsonrpc: '2.0', method, params }));
  }

  /** Resolves when the server has read what was written so far, or nearly. */
  async drained(): Promise<void> {
    while (!this.isLost && this.transport.input.writableNeedDrain) {
      this.#draining ??= new Promise<void>((resolve) => {
        this.#wakeDraining = resolve;
        this.transport.input.once('drain', resolve);
      }).finally(() => { this.#draining = undefined; });
      await this.#draining;
    }
  }

  /** Receives the results of a batch, until the function that it gives is called. */
  listen(batchId: string, receive: (params: unknown) => void): () => void {
    this.#listeners.set(batchId, receive);
    return () => this.#listeners.delete(batchId);
  }

  #receive(line: string): void {
    if (this.#isBroken || line.trim() === '') return;
    let message: Message;
    try {
      message = JSON.parse(line) as Message;
    } catch {
      // A process that writes something else is none of ours.
      this.#break(`The process wrote something that is no message: ${line.slice(0, 200)}`);
      return;
    }

    if (message.method === 'batch/result' && message.params?.batchId !== undefined) {
      this.#listeners.get(message.params.batchId)?.(message.params);
    } else if (typeof message.id === 'number') {
      this.#answer(message.id, message);
    } else if (message.error !== undefined) {
      // It does not know whom it answers, and neither do we.
      this.#break(`The process did not understand a message: ${message.error.message}`);
    }
  }

  /** Gives up a server that cannot be talked to. */
  #break(reason: string): void {
    this.#isBroken = true;
    this.#failAll(new ConnectionLost({ exitCode: null, signal: null, stderr: reason }));
    this.kill();
  }

  #answer(id: number, { result, error }: Message): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.transport.hold(false);
    if (error !== undefined) pending?.reject(errorOf(error.code, error.message, error.data?.file, error.data?.diagnostics));
    else pending?.resolve(result);
  }

  #lose(ending: Ending): void {
    this.#ending = ending;
    this.#failAll(new ConnectionLost(ending));
  }

  #failAll(reason: Error): void {
    const all = [...this.#pending.values()];
    this.#pending.clear();
    this.#wakeDraining?.();
    for (const pending of all) pending.reject(reason);
  }
}

function lineOf(message: unknown): string {
  return `${JSON.stringify(message)}\n`;
}
