import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { GroundContext } from '#web/map/useGround.ts'
import { Field } from './field/Field.tsx'
import { FieldContours } from './field/FieldContours.tsx'
import { Guarded } from './frame/Guarded.tsx'

/** What a group sees: put down apart, read together. */
export function FieldPage() {
  const territory = useTerritory()
  return (
    <Guarded action="observation:read">
      <GroundContext value={territory}>
        <FieldContours territoryId={territory?.id}>
          <Field />
        </FieldContours>
      </GroundContext>
    </Guarded>
  )
}
