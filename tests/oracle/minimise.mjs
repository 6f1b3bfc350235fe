// Makes a document smaller as long as it stays what it is: by halves, then by smaller pieces, down to single characters.

/** The smallest text found. `test` is given many texts at once and says of each whether it still differs. */
export async function minimise(text, test) {
  let pieces = [...text]
  for (let size = Math.ceil(pieces.length / 2); size >= 1;) {
    const candidates = []
    for (let from = 0; from < pieces.length; from += size) {
      candidates.push([...pieces.slice(0, from), ...pieces.slice(from + size)])
    }

    const found = (await test(candidates.map((candidate) => candidate.join('')))).indexOf(true)
    if (found >= 0 && candidates[found].length > 0) {
      pieces = candidates[found]
      size = Math.min(size, Math.ceil(pieces.length / 2))
    } else if (size === 1) {
      break
    } else {
      size = Math.ceil(size / 2)
    }
  }

  return pieces.join('')
}
