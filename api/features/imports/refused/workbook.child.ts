import { toWorkbook } from '../reading/gdal.ts'
import type { WorkbookOrder } from './workbook-apart.ts'

process.once('message', async ({ csv, driver }: WorkbookOrder) => {
  process.send!(await toWorkbook(csv, driver), () => process.disconnect())
})
