import { useTranslation } from 'react-i18next'
import type { Tie } from '#contract/ties'
import { Dialog } from '#web/ui/Dialog.tsx'
import css from './PairDialog.module.css'
import { TieLine } from './TieLine.tsx'
import { TIE_WORDS, type TieWord, wordOf } from './tie.ts'
import type { End } from './useTieWriting.ts'

/** What is the tie between two actors? One word answers, and writes. */
export function PairDialog({
  from,
  to,
  tie,
  onWord,
  onClose,
}: {
  from: End
  to: End
  /** What is said already. */
  tie: Tie | undefined
  onWord: (word: TieWord) => void
  onClose: () => void
}) {
  const { t } = useTranslation('ties')
  return (
    <Dialog isOpen title={t('pair.title', { from: from.name, to: to.name })} onClose={onClose}>
      <ul className={css.words}>
        {TIE_WORDS.map((word) => (
          <li key={word}>
            <button
              type="button"
              className={css.word}
              aria-current={tie !== undefined && wordOf(tie) === word}
              onClick={() => onWord(word)}
            >
              <TieLine word={word} />
              <span className={css.text}>
                {t(`word.${word}`)}
                <span className={css.detail}>{t(`wordHelp.${word}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
