import { IMPORT_FORMATS, type ImportFormat } from '#contract/imports'

/** How each format is recognised, by people as by the reader: its container and the names that it must carry. */
const RECOGNISED_BY: Record<ImportFormat, { container: string; names: string }> = {
  france_services: {
    container: 'CSV',
    names: 'id_fs, lib_fs, adresse, insee_com, latitude, longitude, format_fs',
  },
  data_inclusion_structures: {
    container: 'JSON, CSV',
    names: 'source, id, nom, date_maj, code_insee | siret | adresse | reseaux_porteurs',
  },
  data_inclusion_services: { container: 'JSON, CSV', names: 'source, structure_id, id, nom, date_maj' },
  iris_contours: { container: 'GeoJSON', names: 'CODE_IRIS | code_iris | DCOMIRIS | DCIRIS' },
  commune_contours: { container: 'GeoJSON', names: 'code (59350), nom' },
}

/** What a file may be, for whoever brought another. */
export const expectedFormats = (): string =>
  IMPORT_FORMATS.map((id) => `${id} (${RECOGNISED_BY[id].container}): ${RECOGNISED_BY[id].names}`).join('; ')
