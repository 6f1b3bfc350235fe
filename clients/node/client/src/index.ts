export { Batch } from './batch.js';
export { FastMd, type CacheStatistics, type HealthCheck } from './client.js';
export type { Diagnostic } from './diagnostic.js';
export * from './errors.js';
export type {
  BatchItem, BatchOptions, CallOptions, Document, FastMdOptions, Heading, Progress, SourceMap, Status, Target, TransformOptions, TransformResult,
} from './types.js';
