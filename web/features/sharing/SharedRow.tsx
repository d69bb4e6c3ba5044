import { useTranslation } from 'react-i18next'
import type { SharedActor } from '#contract/sharing'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import type { Search } from '#web/search.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { toast } from '#web/ui/toasts.ts'
import css from './sharing.module.css'
import { useTake } from './sharing.queries.ts'

/** One actor of another workspace: taken over in one tap, or a link to the copy that is already here. */
export function SharedRow({
  actor,
  typeName,
  onTaken,
}: {
  actor: SharedActor
  typeName: (typeId: string) => string
  onTaken: (said: string, seq: number | null) => void
}) {
  const { t } = useTranslation('sharing')
  const { t: nomenclature } = useTranslation('nomenclature')
  const say = useErrorWords()
  const take = useTake()
  const { name, family, typeId, communes, workspace, takenAs } = actor
  const takeIt = () =>
    take.mutateAsync(actor).then(
      ({ seq }) => onTaken(t('taken', { name }), seq),
      (error) => toast({ text: say(error), tone: 'signal' }),
    )
  return (
    <li className={css.row}>
      <FamilySymbol family={family} size={38} label={nomenclature(`family.${family}`)} />
      <div className={css.text}>
        <p className={css.name}>{name}</p>
        <p className={css.detail}>{[typeName(typeId), communes.join(', ')].filter(Boolean).join(' · ')}</p>
        <p className={css.detail}>{t('from', { workspace })}</p>
      </div>
      {takenAs ? (
        <ButtonLink
          look="quiet"
          icon="check"
          to="/actors"
          search={(now: Search) => ({ ...now, actor: takenAs })}
          aria-label={t('openOf', { name })}
        >
          {t('open')}
        </ButtonLink>
      ) : (
        <Button icon="plus" isDisabled={take.isPending} aria-label={t('takeOf', { name })} onPress={takeIt}>
          {t('take')}
        </Button>
      )}
    </li>
  )
}
