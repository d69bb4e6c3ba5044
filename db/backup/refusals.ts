export type RefusalCode =
  | 'not_a_backup'
  | 'backup_damaged'
  | 'backup_of_another_version'
  | 'database_not_empty'
  | 'file_unreadable'
  | 'no_database'

const SENTENCES: Record<RefusalCode, string> = {
  not_a_backup: 'Ce fichier n’est pas une sauvegarde de Maillage. / This file is not a backup of Maillage.',
  backup_damaged:
    'Cette sauvegarde est incomplète ou abîmée : rien n’a été écrit. / This backup is cut short or damaged: nothing was written.',
  backup_of_another_version:
    'Cette sauvegarde vient d’une autre version de Maillage : restaurez-la avec celle-là. / This backup comes from another version of Maillage: restore it with that one.',
  database_not_empty:
    'La base n’est pas vide : une restauration n’écrase rien. Choisissez une base neuve (DATABASE_URL ou DATA_DIR). / The database is not empty: a restoration overwrites nothing. Choose a new one (DATABASE_URL or DATA_DIR).',
  no_database:
    'Il n’y a pas de base de Maillage ici : vérifiez DATABASE_URL ou DATA_DIR. / There is no database of Maillage here: check DATABASE_URL or DATA_DIR.',
  file_unreadable: 'Ce fichier ne peut pas être lu. / This file cannot be read.',
}

/** Why a file is not restored; nothing was written. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
  readonly code: RefusalCode
  constructor(code: RefusalCode, detail?: string) {
    super(`${SENTENCES[code]} [${code}${detail ? `: ${detail}` : ''}]`)
    this.code = code
  }
}
