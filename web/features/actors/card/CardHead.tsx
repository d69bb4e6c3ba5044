import { Button } from '#web/ui/Button.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { AudienceSign } from '../audience/AudienceSign.tsx'
import css from './card.module.css'
import type { EditorProps } from './fields.tsx'
import { Standing } from './Standing.tsx'
import { TypePicker } from './TypePicker.tsx'

/** What it is, whether it is open, whether somebody has checked: the first things one asks. */
export function CardHead({
  actor,
  words,
  rights,
  save,
  isEditingType,
  onEditType,
  children,
}: Omit<EditorProps, 'close'> & {
  isEditingType: boolean
  /** Absent for those who only read. */
  onEditType: (() => void) | undefined
  /** What stands in the place of « I have just checked ». */
  children?: React.ReactNode
}) {
  const { t, name } = words
  return (
    <>
      <div className={css.head}>
        <FamilySymbol
          family={actor.family}
          size={56}
          stale={actor.freshness === 'stale'}
          unverified={actor.freshness === 'unverified'}
        />
        <div className={css.identity}>
          {onEditType ? (
            <Button
              look="quiet"
              className={css.type ?? ''}
              aria-expanded={isEditingType}
              aria-label={t('editField', { field: `${t('field.typeId')}, ${words.type(actor.typeId)}` })}
              onPress={onEditType}
            >
              {words.type(actor.typeId)}
            </Button>
          ) : (
            <p className={css.typeName}>{words.type(actor.typeId)}</p>
          )}
          <p className={css.soft}>{name(`family.${actor.family}`)}</p>
          <p className={css.signs}>
            <span data-freshness={actor.freshness}>{words.verified(actor.verifiedAt)}</span>
            {actor.openNow !== null && (
              <strong data-open={actor.openNow}>{t(actor.openNow ? 'openNow' : 'closedNow')}</strong>
            )}
          </p>
          <AudienceSign audience={actor.audience} />
        </div>
      </div>
      {isEditingType && onEditType && (
        <TypePicker
          autoFocus
          label={t('field.typeId')}
          value={actor.typeId}
          onChange={(value) => {
            onEditType()
            save({ field: 'typeId', value })
          }}
        />
      )}
      <Standing actor={actor} words={words} />
      {actor.archivedAt ? (
        <p className={css.archived}>{t('card.archived')}</p>
      ) : !rights.writes || children ? (
        children
      ) : (
        <Button
          icon="check"
          onPress={() => save({ field: 'verifiedAt', value: new Date().toISOString() }, t('verifiedNow'))}
        >
          {t('card.verify')}
        </Button>
      )}
    </>
  )
}
