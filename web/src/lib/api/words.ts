// The API writes the domain's words in capitals: 'self-evaluation' is SELF_EVALUATION there.

type Lower<Word extends string> = Word extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${Lower<Tail>}`
  : Lowercase<Word>

/** 'SELF_EVALUATION' → 'self-evaluation'. */
export const toLower = <Word extends string>(word: Word): Lower<Word> =>
  // TypeScript does not follow string methods; the type above says what they do.
  word.toLowerCase().replaceAll('_', '-') as Lower<Word>
