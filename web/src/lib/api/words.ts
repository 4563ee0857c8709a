// The API writes the domain's words in capitals: 'self-evaluation' is SELF_EVALUATION there.

type Lower<Word extends string> = Word extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${Lower<Tail>}`
  : Lowercase<Word>

// The values of enums: few words, and every row has some of them. One text for each, instead of one for each row.
const known = new Map<string, string>()

/** 'SELF_EVALUATION' → 'self-evaluation'. */
export function toLower<Word extends string>(word: Word): Lower<Word> {
  const lower = known.get(word) ?? word.toLowerCase().replaceAll('_', '-')
  known.set(word, lower)
  // TypeScript does not follow string methods; the type above says what they do.
  return lower as Lower<Word>
}
