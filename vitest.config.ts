import { defineConfig } from 'vitest/config'

const alone = { isolate: false, maxWorkers: 1, fileParallelism: false } as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: ['tests/*.test.ts', 'tests/domain/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          setupFiles: 'tests/support/api.setup.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          ...alone,
        },
      },
      {
        test: {
          name: 'web',
          include: ['tests/web/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/e2e.setup.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          ...alone,
        },
      },
    ],
  },
})
