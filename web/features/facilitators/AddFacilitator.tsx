import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPersonal } from '#api/domain/audience'
import { FACILITATOR_KINDS, type Facilitator } from '#contract/facilitators'
import { ActorLabel } from '#web/records/ActorsView.tsx'
import { AddDialog } from '#web/records/AddDialog.tsx'
import { ActorSearch } from '#web/records/editors/ActorSearch.tsx'
import type { ActorName } from '#web/records/fields.ts'
import { useAdd } from '#web/records/useAdd.ts'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import css from './facilitators.module.css'
import { facilitatorWays } from './facilitators.queries.ts'
import { Warning } from './Warning.tsx'

/** A facilitator is added with its kind and its name; community belonging needs an organisation that claims it. */
export function AddFacilitator({
  actors,
  onClose,
  onAdded,
}: {
  actors: ReadonlyMap<string, ActorName>
  onClose: () => void
  onAdded: (id: string) => void
}) {
  const { t } = useTranslation('facilitators')
  const [kind, setKind] = useState<Facilitator['kind']>('social_observation')
  const [name, setName] = useState('')
  const [isClaimed, setClaimed] = useState(false)
  const [organisation, setOrganisation] = useState<string>()
  const add = useAdd(facilitatorWays, onAdded)
  const isCommunity = kind === 'community_belonging'
  const isReady = !isCommunity || (isClaimed && organisation !== undefined)
  const organisations = new Map([...actors].filter(([, actor]) => !isPersonal(actor)))
  return (
    <AddDialog
      title={t('addTitle')}
      name={name}
      onName={setName}
      nameLabel={t('field.name')}
      nameHint={t('nameHint')}
      nameMissing={t('nameMissing')}
      isReady={isReady}
      onAdd={() =>
        add({
          name: name.trim(),
          kind,
          ...(isCommunity && {
            presentsItself: isClaimed,
            actors: [{ actorId: organisation, role: 'linked' }],
          }),
        })
      }
      onClose={onClose}
      before={
        <RadioCards
          label={t('field.kind')}
          options={FACILITATOR_KINDS.map((value) => ({
            value,
            label: t(`kind.${value}`),
            detail: t(`kindWords.${value}`),
          }))}
          value={kind}
          onChange={setKind}
        />
      }
    >
      {(wasSent) =>
        isCommunity && (
          <div className={css.editor}>
            <Warning />
            {organisation && <ActorLabel actor={actors.get(organisation)} />}
            <ActorSearch
              label={t('claim.organisation')}
              actors={organisations}
              without={organisation ? [organisation] : []}
              onChoose={setOrganisation}
            />
            {wasSent && !organisation && <p className={css.error}>{t('claim.organisationMissing')}</p>}
            <Checkbox isSelected={isClaimed} onChange={setClaimed} isInvalid={wasSent && !isClaimed}>
              {t('claim.box')}
            </Checkbox>
            {wasSent && !isClaimed && <p className={css.error}>{t('claim.boxMissing')}</p>}
          </div>
        )
      }
    </AddDialog>
  )
}
