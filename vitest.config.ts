/** Which files are tests, and how long one may take. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Half of the tests wait for processes of their own: a core left to them would stand idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'checks/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: ['checks/end-to-end/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
