import type { Diagnostic } from './diagnostic.js';

/** Anything that FastMd cannot do. */
export class FastMdError extends Error {
  override name = 'FastMdError';

  constructor(message: string, readonly code?: number, options?: ErrorOptions) {
    super(message, options);
  }
}

/** A document cannot be converted; `diagnostics` says why, and where. */
export class TransformError extends FastMdError {
  override name = 'TransformError';
  readonly line?: number;
  readonly column?: number;

  constructor(message: string, code: number, readonly file: string, readonly diagnostics: readonly Diagnostic[]) {
    super(message, code);
    const [first] = diagnostics;
    if (first?.line !== undefined) this.line = first.line;
    if (first?.column !== undefined) this.column = first.column;
  }
}

/** A file is not there, cannot be read, or lies outside of the roots. */
export class IoError extends FastMdError {
  override name = 'IoError';

  constructor(message: string, code: number, readonly file?: string) {
    super(message, code);
  }
}

/** The cache on disk failed. */
export class CacheError extends FastMdError {
  override name = 'CacheError';
}

/** The work was cancelled before it was done. */
export class CancelledError extends FastMdError {
  override name = 'CancelledError';
}

/** The process and this client do not understand each other, or a parameter makes no sense. */
export class ProtocolError extends FastMdError {
  override name = 'ProtocolError';
}

/** There is no executable to start. */
export class ExecutableNotFoundError extends FastMdError {
  override name = 'ExecutableNotFoundError';
}

/** What is known of a process that ended. */
export interface Ending {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines that it wrote to standard error. */
  readonly stderr: string;
}

/** The process ended, or does not start. Of a document: it ended twice while that was in hand, the second time alone. */
export class SidecarCrashError extends FastMdError {
  override name = 'SidecarCrashError';
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;

  constructor(what: string, ending: Ending, readonly file?: string, options?: ErrorOptions) {
    const how = ending.signal !== null ? `signal ${ending.signal}` : ending.exitCode !== null ? `exit code ${ending.exitCode}` : 'connection closed';
    super(`${what} (${how})${ending.stderr.trim() ? `:\n${ending.stderr.trim()}` : '.'}`, undefined, options);
    ({ exitCode: this.exitCode, signal: this.signal, stderr: this.stderr } = ending);
  }
}

const TransformFailed = -32001;
const CacheFailed = -32002;
const FileFailed = -32003;
const Cancelled = -32800;

/** The error that a code of the protocol stands for. */
export function errorOf(code: number, message: string, file?: string, diagnostics: readonly Diagnostic[] = []): FastMdError {
  switch (code) {
    case TransformFailed:
      return new TransformError(message, code, file ?? '', diagnostics);
    case FileFailed:
      return new IoError(message, code, file);
    case CacheFailed:
      return new CacheError(message, code);
    case Cancelled:
      return new CancelledError(message, code);
    default:
      return new ProtocolError(message, code);
  }
}
