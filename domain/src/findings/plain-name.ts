/** An indicator's name as rules compare it: width folded, no white space, no quotes, no bracketed unit at its end. */
export function plainName(name: string | null): string {
  return (name ?? '')
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」《》]+/gu, '')
    .replace(/\([^()]{0,6}\)$/u, '')
}
