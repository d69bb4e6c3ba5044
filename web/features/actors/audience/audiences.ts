import type { Audience } from '#contract/roles'
import type { IconName } from '#web/ui/icons.ts'

/** Each audience has its drawing, so that none is told by its colour. */
export const AUDIENCE_ICONS: Record<Audience, IconName> = {
  public: 'eye',
  partners: 'people',
  private: 'lock',
}
