import { beforeAll } from 'vitest'
import { testDatabase } from './database.ts'

beforeAll(async () => void (await testDatabase()))
