/** After a form was sent with something missing: the keyboard goes to the first field that says so. */
export const focusFirstWrong = (form: HTMLFormElement) =>
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
