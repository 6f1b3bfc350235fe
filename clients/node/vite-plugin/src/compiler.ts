import type { Diagnostic } from '@fastmd/client';

/** A document, and what a module of it should be like. */
export interface Source {
  readonly path: string;
  readonly content: string;
}

/** A byte order mark is no text; some bundlers leave it in. */
export function sourceOf(path: string, text: string): Source {
  return { path, content: text.startsWith('\uFEFF') ? text.slice(1) : text };
}

export interface Manner {
  readonly mode: 'development' | 'production';
  readonly sourcemap: boolean;
}

export interface Module {
  readonly code: string;
  readonly map: SourceMap;
  /** Files that the module depends on besides the document and what it imports. */
  readonly dependencies: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

export interface SourceMap {
  version: number;
  sources: string[];
  sourcesContent?: string[];
  names: string[];
  mappings: string;
}

/** The map of code of which no place is in the document. Without one, bundlers take the code's places for the document's. */
export const noMap: SourceMap = { version: 3, sources: [], names: [], mappings: '' };

export interface Compiler {
  compile(source: Source, manner: Manner): Promise<Module>;
}
