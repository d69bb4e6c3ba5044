import { expect, it } from 'vitest'
import { networkOf, secondsToWait, THROTTLES } from '#api/domain/throttle'

const { account, network } = THROTTLES
const NOW = 1_800_000_000_000
const ago = (...seconds: number[]) => seconds.map((n) => NOW - n * 1000)

it('[ACC1] the wait doubles with each failure past the free ones, up to a limit, and the past is forgotten', () => {
  expect(secondsToWait(account, ago(1, 2, 3, 4), NOW)).toBe(0)
  expect(secondsToWait(account, ago(1, 2, 3, 4, 5), NOW)).toBe(14)
  expect(secondsToWait(account, ago(1, 2, 3, 4, 5, 6), NOW)).toBe(29)
  expect(secondsToWait(account, ago(0, ...Array(60).fill(9)), NOW)).toBe(900)
  expect(secondsToWait(account, ago(20, 21, 22, 23, 24), NOW)).toBe(0)
  expect(secondsToWait(account, ago(...Array(60).fill(3_601)), NOW)).toBe(0)
  expect(secondsToWait(network, ago(...Array(99).fill(1)), NOW)).toBe(0)
  expect(secondsToWait(network, ago(...Array(100).fill(1)), NOW)).toBe(9)
})

it('[ACC2] a clock that went back neither frees nor blocks for longer than the limit', () => {
  const later = ago(...Array(8).fill(-300))
  expect(secondsToWait(account, later, NOW)).toBe(120)
  expect(secondsToWait(account, ago(...Array(80).fill(-3_600)), NOW)).toBe(900)
})

it('[ACC3] a network is one IPv4 address, or the half of an IPv6 address that one subscriber has', () => {
  expect(networkOf('192.168.1.20')).toBe('192.168.1.20')
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:0db8:0001:0002::9'))
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
})
