export { default } from './plugin.js';
export type { FastMdPluginOptions, RemarkOptions } from './options.js';
