import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import { TieLine } from './TieLine.tsx'
import { TIE_WORDS, type TieWord } from './tie.ts'
import css from './ties.module.css'

/** The word of a tie; for those who may write, a button that changes it. */
export function WordMenu({
  word,
  isInformal = false,
  label,
  onWord,
}: {
  word: TieWord
  isInformal?: boolean
  /** Between whom. */
  label: string
  onWord: ((word: TieWord) => void) | undefined
}) {
  const { t } = useTranslation('ties')
  const said = (
    <>
      <TieLine word={word} isInformal={isInformal} />
      {t(`word.${word}`)}
    </>
  )
  if (!onWord) return <span className={css.said}>{said}</span>
  return (
    <Menu
      label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[word]}
      onSelectionChange={(keys) => {
        const [key] = keys as Set<TieWord>
        if (key && key !== word) onWord(key)
      }}
      trigger={
        <Button look="quiet" className={css.wordButton ?? ''} aria-label={`${label} : ${t(`word.${word}`)}`}>
          {said}
        </Button>
      }
    >
      {TIE_WORDS.map((one) => (
        <MenuItem key={one} id={one} label={t(`word.${one}`)} />
      ))}
    </Menu>
  )
}
