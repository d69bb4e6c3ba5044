import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { read } from './tests/support/import-reader.ts'
import { REMARKS } from './api/domain/import-remarks.ts'
const walk=(d:string):string[]=>readdirSync(d).flatMap(n=>{const p=join(d,n);return statSync(p).isDirectory()?walk(p):[p]})
const counts:Record<string,number>={}
const verbose=process.argv[3]
for (const p of walk(process.argv[2]!)) {
  const t=performance.now(); let det
  try { const r=await read(p); det = r.stop ?? (r.last?.type==='end' ? 'end':'???'); if (r.stop && !(r.stop.split(' ')[1]! in REMARKS)) det='NOCODE '+det
   if(verbose) console.log(p.split('/').slice(-2).join('/'), det, r.format, r.rows.length, [...new Set(r.codes)].join(), r.remarks.join(), r.questions.map((q:any)=>q.about+q.options.map((o:any)=>o.value)).join()) }
  catch(e){ det='CRASH'; console.log(p,(e as Error).stack!.slice(0,700)) }
  const ms=performance.now()-t; if (ms>2000) console.log('SLOW',p,ms)
  counts[det]=(counts[det]??0)+1
}
console.log(counts, process.memoryUsage().rss/1e6)
