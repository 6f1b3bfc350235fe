import type { BatchItem, FastMdError, TransformResult } from '@fastmd/client';
import type { Source } from './compiler.js';

interface Entry {
  readonly content: string;
  /** Undefined where the batch ended without the document. */
  readonly item: Promise<BatchItem | undefined>;
  readonly settle: (item: BatchItem | undefined) => void;
}

/** What a batch makes of documents, kept by path for whoever asks with the same content. What is kept is bounded by what is put in. */
export class Results {
  readonly #entries = new Map<string, Entry>();

  has({ path, content }: Source): boolean {
    return this.#entries.get(path)?.content === content;
  }

  /** Waits for the document's turn in the batch. Undefined where it is not in one, or its content was another; throws where it could not be converted. */
  async get({ path, content }: Source): Promise<TransformResult | undefined> {
    const entry = this.#entries.get(path);
    if (entry?.content !== content) return undefined;
    const item = await entry.item;
    if (item?.error) throw item.error satisfies FastMdError;
    return item?.result;
  }

  /** Takes the results of a batch as they come. */
  fill(sources: readonly Source[], batch: AsyncIterable<BatchItem>): void {
    const entries = sources.map(({ path, content }) => {
      const entry = newEntry(content);
      this.#entries.set(path, entry);
      return entry;
    });
    void (async () => {
      try {
        for await (const item of batch) entries[item.index]?.settle(item);
      } catch {
        // Whoever needs a document of the rest asks for it alone, and hears then what is wrong.
      } finally {
        for (const entry of entries) entry.settle(undefined);
      }
    })();
  }

  clear(): void {
    this.#entries.clear();
  }
}

function newEntry(content: string): Entry {
  let settle!: Entry['settle'];
  const item = new Promise<BatchItem | undefined>((resolve) => (settle = resolve));
  return { content, item, settle };
}
