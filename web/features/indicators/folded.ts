/** A text without accents nor capitals, so that « étaples » finds « Étaples ». */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()
