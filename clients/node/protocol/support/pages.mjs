const words = 'the quick brown fox jumps over a lazy dog while documents are converted one after another without end'.split(' ');

/** A page of about so many bytes, with headings, lists, tables and code. */
export function page(bytes, title = 'A page') {
  let text = `# ${title}\n\n`;
  for (let part = 1; text.length < bytes; part++) {
    const sentence = words.map((_, index) => words[(index * part) % words.length]).join(' ');
    text += `## Part ${part}\n\n${sentence}, **${sentence}**, and [a link](https://example.com/${part}).\n\n- one\n- two \`code\`\n\n| a | b |\n| - | - |\n| ${part} | x |\n\n\`\`\`js\nconst part = ${part};\n\`\`\`\n\n`;
  }

  return text;
}
