/** Types of Markdown modules with `markdown: 'html'`: name `vite-plugin-fastmd/html` among the `types` of the project. */
declare module '*.md' {
  export const html: string;
  /** The front matter. */
  export const attributes: Record<string, unknown>;
  /** The headings, in their order. */
  export const toc: { level: number; text: string; id?: string }[];
  const page: { html: typeof html; attributes: typeof attributes; toc: typeof toc };
  export default page;
}
