import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], globalSetup: '../support/executable.mjs', testTimeout: 60_000, hookTimeout: 60_000, unstubEnvs: true },
});
