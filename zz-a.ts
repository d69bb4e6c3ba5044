import { readApart } from './api/features/imports/reading/read-apart.ts'
import { readContext } from './tests/support/import-reader.ts'
for (const p of process.argv.slice(2)) {
  const t=performance.now()
  for await (const m of readApart(p, readContext, (x)=>console.log('LOG',x.slice(0,800)))) { const s=JSON.stringify(m.type==='rows'?{rows:m.rows.length, first:m.rows[0]}:m); console.log(s.slice(0,600)) }
  console.log(p, Math.round(performance.now()-t),'ms')
}
