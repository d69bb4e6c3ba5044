import { useTranslation } from 'react-i18next'
import { IMPORT_FORMATS, type ImportFormat } from '#contract/imports'
import { Chip } from '#web/ui/Chip.tsx'
import css from './KnownFiles.module.css'

const SHAPES: Record<ImportFormat, string> = {
  france_services: 'CSV',
  data_inclusion_structures: 'JSON',
  data_inclusion_services: 'JSON',
  iris_contours: 'GeoJSON',
  commune_contours: 'GeoJSON',
}

/** Which files are recognised, and the name under which they are published. */
export function KnownFiles() {
  const { t } = useTranslation('imports')
  return (
    <ul className={css.files}>
      {IMPORT_FORMATS.map((format) => (
        <li key={format} className={css.file}>
          <strong>{t(`format.${format}`)}</strong>
          <Chip>{SHAPES[format]}</Chip>
          <span className={css.where}>{t(`known.${format}`)}</span>
        </li>
      ))}
    </ul>
  )
}
