/**
 * One or two signs for a name, for a dot that has no room for more. Of several words the last tells groups apart:
 * « Groupe 1 » → « 1 », « Groupe Colline » → « Co ».
 */
export function initialsOf(name: string): string {
  const last =
    name
      .trim()
      .split(/[\s'’-]+/)
      .at(-1) ?? ''
  const [first = '', ...others] = last
  return first.toUpperCase() + others.slice(0, 1).join('')
}
