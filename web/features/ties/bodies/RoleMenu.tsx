import { useRef } from 'react'
import { Menu, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { BODY_ROLES, type Body } from '#contract/bodies'
import type { ActorBrief } from '#contract/briefs'
import { classes } from '#web/ui/classes.ts'
import { MenuItem } from '#web/ui/Menu.tsx'
import overlay from '#web/ui/overlay.module.css'
import type { BodyRole } from './seats.ts'

/** Whose role in what is asked, and the cell that asks. */
export type RoleAsked = { actor: ActorBrief; body: Body; cell: HTMLElement }

const NONE = 'none'

/** One menu for all cells, beside the one that was pressed. */
export function RoleMenu({
  asked: { actor, body, cell },
  role,
  onRole,
  onClose,
}: {
  asked: RoleAsked
  role: BodyRole | undefined
  onRole: (role: BodyRole | null) => void
  onClose: () => void
}) {
  const { t } = useTranslation('ties')
  const trigger = useRef(cell)
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      className={classes(overlay.popover)}
    >
      <Menu
        aria-label={t('bodies.roleOf', { name: actor.name, body: body.name })}
        autoFocus="first"
        selectionMode="single"
        selectedKeys={[role ?? NONE]}
        onAction={(key) => {
          const next = BODY_ROLES.find((one) => one === key) ?? null
          if (next !== (role ?? null)) onRole(next)
          onClose()
        }}
        className={classes(overlay.list)}
      >
        {BODY_ROLES.map((one) => (
          <MenuItem key={one} id={one} label={t(`bodies.role.${one}`)} />
        ))}
        <MenuItem id={NONE} label={t('bodies.noRole')} />
      </Menu>
    </Popover>
  )
}
