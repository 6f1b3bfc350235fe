/** What a person should know of a document. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Such as `FM2201`: docs/diagnostics.md explains each. */
  readonly code: string;
  readonly message: string;
  /** From 1; absent where the place is not known. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
}
