import Guide, { frontmatter, toc } from './pages/guide.mdx';
import Notes from './pages/notes.md';
import notesSource from './pages/notes.md?raw';

export function App() {
  return (
    <main>
      <nav aria-label={frontmatter.title}>
        {toc.map(({ id, value }) => (
          <a key={id} href={`#${id}`}>{value}</a>
        ))}
      </nav>
      <article><Guide /></article>
      <article><Notes /></article>
      <details>
        <summary>notes.md as it is written</summary>
        <pre>{notesSource}</pre>
      </details>
    </main>
  );
}
