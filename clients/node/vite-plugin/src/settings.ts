import type { FastMdPluginOptions } from './options.js';

/** FastMd's settings, by their keys, for what the plugin's options say. What they leave open is FastMd's to decide. */
export function settingsOf(options: FastMdPluginOptions): Record<string, unknown> {
  const named = {
    jsxImportSource: options.jsxImportSource,
    jsxRuntime: options.jsxRuntime,
    providerImportSource: options.providerImportSource,
    frontMatterExport: nameOrNothing(options.frontMatterExport ?? 'frontmatter'),
    contentsExport: nameOrNothing(options.contentsExport),
    mdxHeadingIds: options.headingIds,
    math: onOrOff(options.math),
    emoji: onOrOff(options.emoji),
    alerts: onOrOff(options.alerts),
    directives: options.directives,
    ...options.settings,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

function nameOrNothing(name: string | false | undefined): string | undefined {
  return name === false ? '' : name;
}

function onOrOff(value: boolean | undefined): 'on' | 'off' | undefined {
  if (value === undefined) return undefined;
  return value ? 'on' : 'off';
}
