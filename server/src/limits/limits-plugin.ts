import { validate, type DocumentNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { localeOf } from '../actor.ts'
import { refuse } from '../errors.ts'
import { checkSize, checkWritten } from './check-document.ts'
import { checkText } from './check-text.ts'
import type { Limits } from './limits.ts'
import { withinSeconds } from './within-seconds.ts'

const languageOf = (request: Request) => localeOf(request.headers.get('accept-language'))

/** Without “Did you mean …”, which tells of the schema what introspection may not. */
const validateSilently: typeof validate = (schema, document, rules) =>
  validate(schema, document, rules, { hideSuggestions: true })

/** Answers what asks for too much with a code: on the text, then on the document, always before validation. */
export const limitsPlugin = (limits: Limits, introspection: boolean): Plugin => {
  // What is written stays the same for a parsed document; what it asks for changes with the variables.
  const checked = new WeakSet<DocumentNode>()
  return {
    onRequestParse: ({ request }) => ({
      onRequestParseDone: ({ requestParserResult }) => {
        if (Array.isArray(requestParserResult)) throw refuse(languageOf(request), 'BAD_INPUT', 'no-batching')
      },
    }),
    onParams: ({ request, params, paramsHandler, setParamsHandler }) => {
      const locale = languageOf(request)
      if (typeof params.query === 'string') checkText(params.query, limits, locale)
      const seconds = limits.requestSeconds
      setParamsHandler((payload) =>
        withinSeconds(
          seconds,
          async () => paramsHandler(payload),
          () => refuse(locale, 'TOO_COMPLEX', 'request-timeout', { seconds }),
        ),
      )
    },
    onValidate: ({
      params: { schema, documentAST: document },
      context: { request, params },
      setValidationFn,
    }) => {
      if (!introspection) setValidationFn(validateSilently)
      const locale = languageOf(request)
      if (!checked.has(document)) checkWritten(document, { limits, introspection, locale })
      checked.add(document)
      const { operationName, variables = {} } = params
      checkSize({ schema, document, operationName, variables, locale }, limits)
    },
  }
}
