/** How long a text is in words, in characters as people see them, or as programs count them. */
export const lengthOf = (text: string, unit: string | undefined): number =>
  unit === 'words'
    ? (text.match(/\S+/g)?.length ?? 0)
    : unit === 'characters'
      ? [...new Intl.Segmenter().segment(text)].length
      : text.length

/** "You have 1 word too many": how far a text is from its limit. */
export const countMessage = (left: number, unit: string | undefined): string => {
  const many = Math.abs(left)
  return `You have ${many} ${unit === 'words' ? 'word' : 'character'}${many === 1 ? '' : 's'} ${left < 0 ? 'too many' : 'remaining'}`
}
