import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import fastmd from 'vite-plugin-fastmd';

export default defineConfig({
  plugins: [
    fastmd({ contentsExport: 'toc', alerts: true }),
    // Fast Refresh for the documents, too.
    react({ include: /\.(?:jsx|mdx?)$/ }),
  ],
});
