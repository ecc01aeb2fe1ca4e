const forms: readonly (readonly [RegExp, string])[] = [
  [/\bltd\b\.?$/i, 'Limited'],
  [/\blimited$/i, 'Ltd'],
  [/ & /g, ' and '],
  [/ and /gi, ' & '],
]

/** A company's name in the ways in which registers write it: "Ltd" for "Limited", "&" for "and". */
export function nameVariants(name: string): readonly string[] {
  const plain = name.trim().replaceAll(/\s+/g, ' ')
  const names = new Set([plain])
  for (const [form, other] of forms) for (const name of [...names]) names.add(name.replace(form, other))
  return [...names]
}
