import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'

const folder = fileURLToPath(new URL('../../../shared/forms/', import.meta.url))

export interface SharedForm {
  readonly name: string
  readonly text: string
  readonly golden: string
}

/** Paths of the published forms beside the repository, or null (said aloud) where the checkout stands alone. */
export function sharedForms(): readonly SharedForm[] | null {
  if (!existsSync(folder)) {
    console.warn(`published forms are not here (${folder}): their tests do not run`)
    return null
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({
      name: path.basename(file, '.txt'),
      text: path.join(folder, file),
      golden: path.join(folder, file.replace(/\.txt$/, '.golden.json')),
    }))
}
