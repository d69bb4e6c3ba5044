import { readFileSync } from 'node:fs'
import { read } from './tests/support/import-reader.ts'
const root='/work/shared/bad-inputs/generated/'
const m=JSON.parse(readFileSync(root+'manifest.json','utf8'))
let bad=0
for (const [f,{expect}] of Object.entries(m) as any) {
  if (process.argv[2] && !f.includes(process.argv[2])) continue
  const t=performance.now()
  let out='', det=''
  try {
  const r=await read(root+f)
  const usable=r.rows.filter(x=>x.draft||x.ignored).length, ref=r.rows.length-usable
  out = r.stop ? r.stop.split(' ')[0] : usable===0&&ref>0?'reject': (ref+r.remarks.length+r.codes.length>0?'repair':'accept')
  det = r.stop ?? `${r.format} rows ${r.rows.length} usable ${usable} remarks ${[...new Set(r.remarks)]} codes ${[...new Set(r.codes)]}`
  if (r.questions?.length) det+= JSON.stringify(r.questions.map((q:any)=>[q.about,q.suggested,q.options.map((o:any)=>[o.value,o.points.length,o.samples[0]])]))
  if (process.argv[3]) console.log(JSON.stringify(r,null,1).slice(0,3000))
  } catch(e) { out='CRASH'; det=(e as Error).stack!.slice(0,600) }
  const ms=Math.round(performance.now()-t)
  if (out!==expect) bad++
  console.log(out===expect?'ok  ':'DIFF',f,expect,out,ms+'ms',det.slice(0,400))
}
console.log('bad',bad,process.memoryUsage().rss/1e6)
