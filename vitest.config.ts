import { defineConfig } from 'vitest/config'

// One project for the whole house: a test stands beside the file it tests, or in test/ when it needs several packages.
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'services/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    // One Postgres server for the run, started aside; see testDatabase() in packages/testing.
    globalSetup: ['packages/testing/src/vitest-global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more workers only fight over them, and every test file with a database starts from the same template.
    maxWorkers: 2,
  },
})
