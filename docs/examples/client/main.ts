// node main.ts [year] [url]: prints the report of a running server.
import { ApiError } from './ask.ts'
import { executionReport } from './execution-report.ts'

const [year = '2025', url = 'http://localhost:4180'] = process.argv.slice(2)
try {
  console.log(await executionReport({ url }, Number(year)))
} catch (error) {
  console.error(error instanceof ApiError ? `${error.code}: ${error.message}` : error)
  process.exitCode = 1
}
