import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Position } from '#api/domain/assessment'
import type { Assessor } from '#contract/assessments'
import { useSame } from '#web/useSame.ts'
import { AssessDialog } from './form/AssessDialog.tsx'
import { ReasonDialog } from './form/ReasonDialog.tsx'
import { type Desk, DeskContext, type Judging, type Named } from './judging.ts'
import type { Levels } from './levels.ts'
import { isSameAssessor } from './marks.ts'
import { DiscussDialog } from './talk/DiscussDialog.tsx'
import { type Last, useJudge } from './useJudge.ts'
import { useScaleWords } from './useScaleWords.ts'

type Open =
  | { what: 'form'; actor: Named; reasonId: string | undefined }
  | { what: 'talk'; actor: Named; position: Position }
  | { what: 'reason'; actor: Named; levels: Levels; reasonId: string }

/** Gives the views inside what they need of judgements, and stands behind them with the dialogs that write one. */
export function JudgingDesk({
  children,
  showsLast = false,
  ...judging
}: Judging & {
  children: ReactNode
  /** The view says itself what was kept last, and offers to take it back. */
  showsLast?: boolean
}) {
  const words = useScaleWords(judging.scales)
  const [last, setLast] = useState<Last | null>(null)
  const judge = useJudge(showsLast ? setLast : undefined)
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const given = useSame(judging)

  const place = useCallback(
    (actor: Named, levels: Levels, reasonId: string) => {
      const { speaksFor, lens } = given
      const assessor = { kind: speaksFor.kind, id: speaksFor.id }
      return judge(actor, { assessor, reasonId, publicId: lens.publicId, ...levels })
    },
    [given, judge],
  )
  const desk = useMemo((): Desk => {
    const { lens, speaksFor, assessors, reasons } = given
    const isMine = (assessor: Assessor) => isSameAssessor(assessor, speaksFor)
    return {
      ...given,
      words,
      judge,
      last,
      isMine,
      nameOf: (assessor) => {
        if (assessor.kind === 'person' && isMine(assessor)) return words.t('me')
        return assessors.find((one) => isSameAssessor(one, assessor))?.name ?? words.t('someone')
      },
      assess: (actor, reasonId) => setOpen({ what: 'form', actor, reasonId }),
      discuss: (actor, position) => setOpen({ what: 'talk', actor, position }),
      move: (actor, levels, position) => {
        if (lens.reasonId !== null) return void place(actor, levels, lens.reasonId)
        const reasonId = position?.reasonId ?? reasons[0]
        if (reasonId) setOpen({ what: 'reason', actor, levels, reasonId })
      },
    }
  }, [given, words, judge, last, place])
  return (
    <DeskContext value={desk}>
      {children}
      {open?.what === 'form' && <AssessDialog {...open} onClose={close} />}
      {open?.what === 'talk' && <DiscussDialog {...open} onClose={close} />}
      {open?.what === 'reason' && (
        <ReasonDialog
          {...open}
          onClose={close}
          onChoose={(reasonId) => {
            close()
            void place(open.actor, open.levels, reasonId)
          }}
        />
      )}
    </DeskContext>
  )
}
