import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { serverAddress } from '#db/wire/server-wire'

/** A server that answers the request for TLS with these bytes. */
async function answering(answer: string): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.write(answer))
  })
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as { port: number }).port
}
const opened = async (address: string) => {
  const wire = await serverAddress(address).open()
  onTestFinished(() => void wire.destroy())
  return wire
}

test('[REL12] a server without TLS is refused where TLS is insisted on, and used where it is only preferred', async () => {
  const address = `postgres://maillage@127.0.0.1:${await answering('N')}/maillage`
  for (const mode of ['require', 'verify-ca', 'verify-full'])
    await expect(opened(`${address}?sslmode=${mode}`)).rejects.toThrow('does not speak TLS')
  for (const mode of ['prefer', 'disable'])
    expect((await opened(`${address}?sslmode=${mode}`)).destroyed).toBe(false)
})

test('[REL12] bytes slipped in before TLS begins are not believed', async () => {
  const address = `postgres://maillage@127.0.0.1:${await answering('Sand more')}/maillage`
  await expect(opened(`${address}?sslmode=require`)).rejects.toThrow('does not speak TLS')
})

test('[REL12] what concerns the connection is not sent to the server, and a wrong mode is named', () => {
  const { driverUrl } = serverAddress(
    'postgres://u:p@db:5433/maillage?sslmode=verify-full&sslrootcert=/ca.pem&application_name=x',
  )
  expect(driverUrl).toBe('postgres://u:p@db:5433/maillage?application_name=x')
  expect(serverAddress('postgres:///maillage?host=/run/postgresql').driverUrl).toContain('localhost/maillage')
  expect(() => serverAddress('postgres://db/maillage?sslmode=on')).toThrow('verify-full')
})
