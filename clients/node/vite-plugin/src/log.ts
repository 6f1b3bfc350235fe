import { type Diagnostic, TransformError } from '@fastmd/client';
import type { Log } from './bundler.js';
import type { Source } from './compiler.js';
import { codeFrame } from './frame.js';
import { asDiagnostic, type RemarkMessage } from './mdx-compiler.js';

/** What is to be said of a document, with its place, as Rollup and Vite show it. */
export function logOf({ path, content }: Source, { message, code, line, column }: Diagnostic): Log {
  const log = { message: code === '' ? message : `${message} [${code}]`, code, id: path };
  if (line === undefined) return log;
  return {
    ...log,
    loc: { file: path, line, column: (column ?? 1) - 1 },
    frame: codeFrame(content, line, column ?? 1),
  };
}

/** The same of what a compiler throws. */
export function logOfError(source: Source, error: unknown): Log {
  const diagnostic = error instanceof TransformError ? firstError(error) : isRemarkMessage(error) ? asDiagnostic(error) : undefined;
  if (diagnostic) return logOf(source, diagnostic);
  return { message: error instanceof Error ? error.message : String(error), id: source.path, cause: error };
}

function firstError({ diagnostics }: TransformError): Diagnostic | undefined {
  return diagnostics.find(({ severity }) => severity === 'error');
}

function isRemarkMessage(error: unknown): error is RemarkMessage {
  return error instanceof Error && 'reason' in error && 'place' in error;
}
