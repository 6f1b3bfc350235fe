import { FastMdError } from './errors.js';
import type { BatchItem, Document } from './types.js';

/** What became of a document: a result, or an error. */
export type Outcome = Omit<BatchItem, 'index'>;

/** A document that somebody waits for, settled once: by its outcome, or because nobody waits any more. */
export class Work {
  #isSettled = false;

  constructor(readonly document: Document, private readonly receive: (outcome: Outcome) => void) {}

  /** What messages call it. */
  get name(): string {
    return this.document.file ?? this.document.path ?? '(text)';
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  settle(outcome: Outcome): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.receive(outcome);
  }

  /** It failed. */
  fail(failure: unknown): void {
    this.settle({ file: this.name, status: 'failed', error: asError(failure) });
  }

  /** Nobody waits any more. */
  drop(): void {
    this.#isSettled = true;
  }
}

function asError(failure: unknown): FastMdError {
  return failure instanceof FastMdError ? failure : new FastMdError(String(failure), undefined, { cause: failure });
}
