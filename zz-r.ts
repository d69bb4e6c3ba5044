import { writeFileSync } from 'node:fs'
import { refusedFile } from './api/features/imports/refused/refused-file.ts'
import { read } from './tests/support/import-reader.ts'
async function* rows(){ yield {line:3, record:{id:'1',nom:'=cmd()',code:'01004'}, problems:[{code:'siret_destroyed',value:'1,2E+13'}]} }
for (const k of [{kind:'csv',separator:';'},{kind:'json'},{kind:'geojson'},{kind:'xlsx'},{kind:'ods'}] as any) {
  const f=refusedFile(rows(),k,'fr','acteurs.csv.gz'); const c:any[]=[]; for await (const x of f.stream) c.push(Buffer.from(x)); const b=Buffer.concat(c); console.log(f.filename,f.contentType,b.length, k.kind.length>3||k.kind==='csv'?b.toString():'')
  writeFileSync('/tmp/reading/refused.'+k.kind,b)
  const r=await read('/tmp/reading/refused.'+k.kind); console.log(r.stop, JSON.stringify((r.last as any)), r.format, JSON.stringify(r.drafts[0])?.slice(0,200))
}
