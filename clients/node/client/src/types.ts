import type { Diagnostic } from './diagnostic.js';
import type { FastMdError } from './errors.js';

/** What a document becomes. */
export type Target = 'html' | 'js' | 'markdown' | 'context';

/** A document: text under a name, or a file that FastMd reads. */
export interface Document {
  /** Its path or name. Without `content` it is read. */
  readonly file?: string;
  /** Its text. */
  readonly content?: string;
  /** The path to read, where `file` is only a name. */
  readonly path?: string;
  /** Its format; by default the name tells. */
  readonly format?: 'markdown' | 'mdx';
}

/** What documents become. */
export interface TransformOptions {
  readonly target?: Target;
  /** Whether JavaScript carries the places of elements. */
  readonly mode?: 'development' | 'production';
  /** Whether JavaScript has a source map. */
  readonly sourcemap?: boolean;
  /** Other settings, by their keys in `fastmd.json`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** How one call waits. */
export interface CallOptions {
  /** Cancels the call: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the call is cancelled. */
  readonly timeout?: number;
}

/** How a batch runs. */
export interface BatchOptions extends TransformOptions, CallOptions {
  /** Documents converted at once, at most; by default what suits the machine. */
  readonly maxWorkers?: number;
  /** Whether results come in the order of the documents (default true). */
  readonly ordered?: boolean;
  /** Called as the batch gets on, twenty times a second at most, and at its end. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a batch is. */
export interface Progress {
  readonly completed: number;
  readonly total: number;
  readonly currentFile: string;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id?: string;
}

/** A source map, version 3. */
export interface SourceMap {
  readonly version: 3;
  readonly sources: string[];
  readonly sourcesContent: string[];
  readonly names: string[];
  readonly mappings: string;
}

/** What became of a document. */
export interface TransformResult {
  readonly file: string;
  readonly target: Target;
  readonly code: string;
  readonly map?: SourceMap;
  readonly metadata: {
    readonly title?: string;
    readonly frontMatter?: Readonly<Record<string, unknown>>;
    readonly headings: readonly Heading[];
  };
  /** Absolute paths of the files that `code` depends on besides the document. */
  readonly dependencies: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How a document of a batch ended. */
export type Status = 'converted' | 'failed' | 'timedOut' | 'cancelled';

/** What became of a document of a batch: a result, or an error. */
export interface BatchItem {
  /** Its place among the documents, from 0. */
  readonly index: number;
  readonly file: string;
  readonly status: Status;
  readonly result?: TransformResult;
  readonly error?: FastMdError;
}

/** Where FastMd is found, and what it is started with. */
export interface FastMdOptions {
  /** The executable; by default `FASTMD_PATH`, the platform package, or `fastmd` on the PATH. */
  readonly path?: string;
  /** More arguments for `fastmd serve`. */
  readonly args?: readonly string[];
  /** Directories that files may be read in; by default `cwd`. */
  readonly roots?: readonly string[];
  /** The working directory; by default that of this process. */
  readonly cwd?: string;
  /** Settings for all documents, by their keys in `fastmd.json`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A server that listens already (`fastmd serve --pipe`): nothing is started then. */
  readonly pipe?: string;
  /** Receives what the process says on standard error. */
  readonly onLog?: (text: string) => void;
}
