import type { Handle } from '@sveltejs/kit/hooks'

/** The grid brings style elements of its own: the page's nonce holds for styles as it does for scripts. */
export const handle: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  const policy = response.headers.get('content-security-policy')
  const nonce = policy?.match(/'nonce-[^']+'/u)?.[0]
  if (policy && nonce) {
    response.headers.set(
      'content-security-policy',
      policy.replace("style-src 'self'", `style-src 'self' ${nonce}`),
    )
  }
  return response
}
