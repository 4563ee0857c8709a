// The database and the API write the domain's words in capitals: 'self-evaluation' is SELF_EVALUATION there.

type Upper<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${Upper<Tail>}`
  : Uppercase<Word>

type Lower<Word extends string> = Word extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${Lower<Tail>}`
  : Lowercase<Word>

/** 'self-evaluation' → 'SELF_EVALUATION'. */
export const toUpper = <Word extends string>(word: Word): Upper<Word> =>
  // TypeScript does not follow string methods; the types above say what they do.
  word.toUpperCase().replaceAll('-', '_') as Upper<Word>

/** 'SELF_EVALUATION' → 'self-evaluation'. */
export const toLower = <Word extends string>(word: Word): Lower<Word> =>
  word.toLowerCase().replaceAll('_', '-') as Lower<Word>
