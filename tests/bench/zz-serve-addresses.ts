import { startServer } from '/work/main/tests/support/server-process.ts'
const s = await startServer({ DATABASE_URL: 'postgres://maillage:maillage@127.0.0.1:5432/addresses_helper', DEMO: '1', DATA_DIR: '/tmp/addresses/data', GEOCODER_URL: 'https://data.geopf.fr/geocodage' })
console.log(s.url)
await s.ended
console.log(s.logs())
