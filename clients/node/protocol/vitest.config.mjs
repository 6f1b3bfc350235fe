import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.mjs'],
    globalSetup: '../support/executable.mjs',
    setupFiles: ['support/setup.mjs'],
    // Some tests measure memory and time: they have the machine to themselves.
    fileParallelism: false,
    testTimeout: process.env.FASTMD_SOAK ? 900_000 : 60_000,
  },
});
