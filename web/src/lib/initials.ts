/** What stands for a name where there is no room for it: two characters of a Chinese one, else the first letters. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  if (/\p{Script=Han}/u.test(name)) {
    const characters = [...words.join('')]
    // Of a person the given name tells more than the surname; longer names are titles, told by their beginning.
    return (characters.length === 3 ? characters.slice(1) : characters.slice(0, 2)).join('')
  }
  return words
    .slice(0, 2)
    .flatMap((word) => [...word].slice(0, 1))
    .join('')
    .toUpperCase()
}

/** One of six colours, always the same for the same id. */
export function colourOf(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % 6
}
