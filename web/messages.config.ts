import type { CompilerOptions } from '@inlang/paraglide-js'

/** How messages/*.json become functions, for the build and for the dev server alike. */
export const messagesConfig = {
  project: './project.inlang',
  outdir: './src/lib/generated/paraglide',
  strategy: ['localStorage', 'baseLocale'],
  localStorageKey: 'biaochi.locale',
  emitReadme: false,
} satisfies CompilerOptions
