import { backup } from '#db/backup/backup'
import { onDatabase } from './backup-command.ts'

await onDatabase('npm run backup -- FILE', backup)
