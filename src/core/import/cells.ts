/** A whole number of zero or more, written plainly or with thousands separators; undefined when it is not one. */
export function wholeNumber(text: string): number | undefined {
  if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(text)) return undefined
  const value = Number(text.replaceAll(',', ''))
  return Number.isSafeInteger(value) ? value : undefined
}

/** A decimal number, with a minus or a true minus, an exponent allowed; undefined when it is not one. */
export function decimalNumber(text: string): number | undefined {
  const plain = text.replace('−', '-')
  const number = /^-?(\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?$/
  return number.test(plain) ? Number(plain.replaceAll(',', '')) : undefined
}
