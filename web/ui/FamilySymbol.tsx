import type { Family } from '#contract/nomenclature'
import { type FamilySvgOptions, familyMarkup } from './families.ts'

/** A family's symbol. Silent unless `label` names it: next to its name it would be read twice. */
export function FamilySymbol({
  family,
  size,
  label,
  ...state
}: FamilySvgOptions & { family: Family; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="-4 -4 40 40"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant drawing, shared with the map
      dangerouslySetInnerHTML={{ __html: familyMarkup(family, state) }}
    />
  )
}
