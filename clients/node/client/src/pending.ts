import type { Outcome, Work } from './supervisor.js';
import type { Document } from './types.js';

/** A document that somebody waits for, settled once: by its outcome, or because nobody waits any more. */
export class PendingWork implements Work {
  #isSettled = false;

  constructor(readonly document: Document, private readonly receive: (outcome: Outcome) => void) {}

  get isSettled(): boolean {
    return this.#isSettled;
  }

  settle(outcome: Outcome): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.receive(outcome);
  }

  /** Nobody waits any more. */
  drop(): void {
    this.#isSettled = true;
  }
}
