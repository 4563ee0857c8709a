import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

const page = `<!doctype html><meta charset="utf-8"><title>plain grid</title>
<style>html, body, #grid { height: 100%; margin: 0 }</style><div id="grid"></div>
<script src="/grid.js"></script><script>
const columns = ['project', 'level1', 'level2', 'name', 'target', 'actual', 'weight', 'ruleScore', 'score', 'reason']
fetch('/rows' + location.search).then((answer) => answer.json()).then((rowData) => agGrid.createGrid(document.querySelector('#grid'), {
  rowData, getRowId: ({ data }) => data.id, columnDefs: columns.map((field) => ({ field, editable: true, filter: true })),
}))
</script>`

/** A page with the same rows in an AG Grid Community grid as its own guide sets it up: no scores, no history, no ranges. */
export const openBareGrid = async (
  rows: readonly object[],
): Promise<{ addressOf: (year: number) => string; close: () => Promise<void> }> => {
  // The bundle for a script tag lies beside the modules.
  const script = await readFile(
    new URL('../ag-grid-community.min.js', import.meta.resolve('ag-grid-community')),
  )
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const year = Number(searchParams.get('year'))
    const [type, body] =
      pathname === '/grid.js'
        ? ['text/javascript', script]
        : pathname === '/rows'
          ? ['application/json', JSON.stringify(rows.filter((row) => 'year' in row && row.year === year))]
          : ['text/html; charset=utf-8', page]
    response.writeHead(200, { 'content-type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    addressOf: (year) => `http://127.0.0.1:${address.port}/?year=${year}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
