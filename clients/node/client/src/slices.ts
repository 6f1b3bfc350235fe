// Escaped, a character takes six bytes at most; the rest is for names and options.
const bytesOfCharacter = 8;

/** Documents in runs, in order, each of which fits into a message of so many bytes. One that does not fit with others is alone. */
export function slicesOf<T extends { readonly document: { readonly content?: string } }>(works: readonly T[], messageBytes: number): T[][] {
  const mostCharacters = messageBytes / bytesOfCharacter;
  const slices: T[][] = [];
  let [slice, characters]: [T[], number] = [[], 0];
  for (const work of works) {
    const length = work.document.content?.length ?? 0;
    if (slice.length > 0 && characters + length > mostCharacters) {
      slices.push(slice);
      [slice, characters] = [[], 0];
    }

    slice.push(work);
    characters += length;
  }

  if (slice.length > 0) slices.push(slice);
  return slices;
}
