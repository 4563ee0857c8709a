/** Who gives projects their names holds it: two must not create the same project or the same agency at once. */
export const IMPORT_LOCK = 41_804_180
