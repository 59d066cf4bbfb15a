import { defineConfig } from 'vitest/config'

// One project for the whole house: a test stands beside the file it tests, or in test/ when it needs several packages.
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'services/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more workers only fight over them, and every test file with a database starts from the same template.
    maxWorkers: 2,
  },
})
