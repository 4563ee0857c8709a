import { v7 } from 'uuid'

/** A new UUIDv7: ids made later sort later, also within the same millisecond of one process. */
export const newId = (): string => v7()
