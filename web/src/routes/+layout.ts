/** The sheet lives in the browser: nothing here is worth rendering twice. */
export const ssr = false
