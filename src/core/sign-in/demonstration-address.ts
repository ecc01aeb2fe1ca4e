const domain = '@demonstration.example.org'

/** The email address of a role of the demonstration, which stands for nobody: of a partnership's staff, or of the provider. */
export const demonstrationAddress = (role: string, slug?: string): string =>
  `${slug === undefined ? role : `${role}.${slug}`}${domain}`

/** Whether an address is one that only roles of the demonstration have. */
export const isDemonstrationAddress = (email: string): boolean => email.endsWith(domain)
