import { expect, it } from 'vitest'
import { returnPath } from '#api/domain/return-path'

it('[OIDC7] a page of this site is kept as it is', () => {
  for (const path of [
    '/',
    '/map',
    '/actors/1?filter=%2F%2Fx&q=a%5Cb#tab',
    '/?lang=en',
    '/équipe/Saint-%C3%89tienne',
    '/map?next=https://other.example/',
    '/a.b/c..d/.e',
    '/apiary',
  ])
    expect(returnPath(path)).toBe(path)
})

it('[OIDC7] anything that a browser or a proxy could take for another place is the first page', () => {
  const tab = '\t'
  for (const path of [
    undefined,
    null,
    '',
    ['/map'],
    'map',
    'evil.example',
    'https://evil.example',
    'https:evil.example',
    'https:/evil.example',
    'javascript:alert(1)',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/map\\..\\',
    `/${tab}/evil.example`,
    `/${tab}map`,
    '/\n/evil.example',
    '/map\r\nset-cookie: a=b',
    ' /map',
    '/ /evil.example',
    '/\u0000/evil.example',
    '/\u200b/evil.example',
    '/\u2028/evil.example',
    '/./\u002f/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/map/../../evil',
    '/map//evil.example',
    '/%2F/evil.example',
    '/%2fevil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    '/%0d%0aset-cookie:a=b',
    '/%252Fevil.example',
    '/%2e%2e/evil',
    '/%7f',
    '/api/provider/leave',
    '/API/me',
    '/api',
    `/${'a'.repeat(2_000)}`,
  ])
    expect(returnPath(path), String(path)).toBe('/')
})
