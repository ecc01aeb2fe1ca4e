/** Whether a text may stand in a line among others: nothing in it breaks the line, turns it round or hides there. */
export const isPlainLine = (text: string): boolean => !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text)
