import { readClipboard } from '@biaochi/web/sheet/clipboard/read-clipboard'
import { readHtmlBlock } from '@biaochi/web/sheet/clipboard/read-html-block'
import { writeHtmlBlock } from '@biaochi/web/sheet/clipboard/write-html-block'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color:black}</style></head>
<body><table border=0 cellpadding=0><!--StartFragment--><col width=64 span=2>
 <tr height=19>
  <td height=19 class=xl65 style='height:14.4pt'>服务响应
    时间</td>
  <td align=right>≤15<br>
    分钟</td>
 </tr>
 <tr><td>&lt;&nbsp;5&amp;6</td><td></td></tr><!--EndFragment--></table></body></html>`

describe('a table in HTML', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'of Excel',
      excel,
      [
        ['服务响应 时间', '≤15\n分钟'],
        ['< 5&6', ''],
      ],
    ],
    ['with cells left open', '<table><tr><td>a<td>b<tr><td>c</table>', [['a', 'b'], ['c']]],
    [
      'with sections and heads',
      '<TABLE><thead><TR><TH>a</TH></TR></thead><tbody><tr><td>b</td></tr></tbody></TABLE>',
      [['a'], ['b']],
    ],
    [
      'with a cell over columns',
      '<table><tr><td colspan="2">a</td><td>b</td></tr></table>',
      [['a', '', 'b']],
    ],
    [
      'with a cell over rows',
      '<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      [
        ['a', 'b'],
        ['', 'c'],
      ],
    ],
    [
      'with paragraphs',
      '<table><tr><td><p>甲</p><p>乙</p></td><td><div>丙</div></td></tr></table>',
      [['甲\n乙', '丙']],
    ],
    [
      'inside a table',
      '<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>',
      [['ab', 'c']],
    ],
    ['before another', '<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>', [['a']]],
    ['with a > in an attribute', '<table><tr><td title="a>b">c</td></tr></table>', [['c']]],
    [
      'with marks inside',
      '<table><tr><td><b>≥</b><font color=red>12</font>次</td></tr></table>',
      [['≥12次']],
    ],
    [
      'with numbered characters',
      '<table><tr><td>&#8805;&#x31;&unknown;&#0;</td></tr></table>',
      [['≥1&unknown;&#0;']],
    ],
    ['that ends too early', '<table><tr><td>a</td><td>b', [['a', 'b']]],
    ['with an empty line', '<table><tr><td>a<br><br>b<p>c</p></td></tr></table>', [['a\n\nb\nc']]],
  ])('%s', (_, html, rows) => expect(readHtmlBlock(html)).toEqual(rows))

  test.each([
    ['nothing', ''],
    ['words', '<p>≥12次</p>'],
    ['a table that is not shown', '<!--<table><tr><td>a</td></tr></table>-->'],
    ['an empty table', '<table></table>'],
    ['a broken tag', '<table'],
  ])('%s is no table', (_, html) => expect(readHtmlBlock(html)).toBeNull())
})

test('a span of a million columns is no million columns', () => {
  expect(readHtmlBlock('<table><tr><td colspan=9999999>a</td></tr></table>')?.[0]?.length).toBe(1000)
})

test('plain text goes before HTML, HTML before nothing', () => {
  const html = '<table><tr><td>b</td></tr></table>'
  expect(readClipboard({ plain: 'a', html })).toEqual([['a']])
  expect(readClipboard({ plain: '', html })).toEqual([['b']])
  expect(readClipboard({ plain: '', html: '<img src="x.png">' })).toEqual([])
})

describe('a cell written for Excel', () => {
  test.each([
    ['22.5', '<td>22.5</td>'],
    ['-3', '<td>-3</td>'],
    ['=100%', `<td style="mso-number-format:'\\@'">=100%</td>`],
    ['1-2', `<td style="mso-number-format:'\\@'">1-2</td>`],
    ['007', `<td style="mso-number-format:'\\@'">007</td>`],
    ['1234567890123456', `<td style="mso-number-format:'\\@'">1234567890123456</td>`],
    ['<b>"&', `<td style="mso-number-format:'\\@'">&lt;b&gt;&quot;&amp;</td>`],
    ['甲\n乙', `<td style="mso-number-format:'\\@'">甲<br style="mso-data-placement:same-cell">乙</td>`],
  ])('%j', (text, html) => expect(writeHtmlBlock([[text]])).toBe(`<table><tr>${html}</tr></table>`))

  test('is read again, but for blanks at its edges', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', '<', '&', 'a', '次', '\n', '>', ';'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const seen = rows.map((row) => row.map((text) => text.trim()))
        expect(readHtmlBlock(writeHtmlBlock(rows))).toEqual(seen)
      }),
    )
  })
})
