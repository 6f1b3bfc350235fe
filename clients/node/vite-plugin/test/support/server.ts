import { basename, dirname, normalize } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { createServer, type HotPayload, type InlineConfig, type ViteDevServer } from 'vite';

/** A development server, which goes when the test is over, and what it tells browsers. */
export async function serve(root: string, config: InlineConfig): Promise<{ server: ViteDevServer; told: (is: (payload: HotPayload) => boolean) => Promise<HotPayload> }> {
  vi.stubEnv('NODE_ENV', 'development');
  const server = await createServer({ root, configFile: false, logLevel: 'silent', cacheDir: `${root}/.vite`, server: { middlewareMode: true, ws: false }, ...config });
  onTestFinished(() => server.close());

  const payloads: HotPayload[] = [];
  let wake = (): void => undefined;
  vi.spyOn(server.environments.client.hot, 'send').mockImplementation(((payload: HotPayload) => {
    payloads.push(payload);
    wake();
  }) as never);
  const told = async (is: (payload: HotPayload) => boolean): Promise<HotPayload> => {
    for (;;) {
      const payload = payloads.find(is);
      if (payload) return payload;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { server, told };
}

/** Resolves once the server watches a file: a change before that would be missed. Its watcher has no event for that. */
export async function watched(server: ViteDevServer, path: string): Promise<void> {
  await vi.waitUntil(() => server.watcher.getWatched()[normalize(dirname(path))]?.includes(basename(path)), { timeout: 20_000 });
}
