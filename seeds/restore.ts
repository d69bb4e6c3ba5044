import { restore } from '#db/backup/restore'
import { migrate } from '#db/migrate'
import { onDatabase } from './backup-command.ts'

await onDatabase('npm run restore -- FILE', async (database, path) => {
  await migrate(database)
  return restore(database, path)
})
