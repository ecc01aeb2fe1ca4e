/** The name of a kind of service within a sentence: "care at home", but "Extra Care" and "Shared Lives", which are names. */
export const inSentence = (name: string): string =>
  /^\p{L}+ (?:\p{L}+ )*\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
