/**
 * Texts in rows and columns, as they lie on a clipboard. A row may be shorter than the others: about what is missing
 * it says nothing, which is not the same as an empty text.
 */
export type Block = readonly (readonly string[])[]

/** How many columns the longest row has. */
export const columnsOf = (block: Block): number => block.reduce((most, row) => Math.max(most, row.length), 0)
