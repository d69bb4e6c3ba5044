/** Joins the class names that are there: `classes(css.button, isOpen && css.open)`. */
export const classes = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
