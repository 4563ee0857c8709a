export { m } from '#lib/generated/paraglide/messages.js'
export { getLocale, setLocale } from '#lib/generated/paraglide/runtime.js'
