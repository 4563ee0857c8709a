/** What is said when a limit answers: Chinese, English. */
export const limitTemplates = {
  'body-too-large': ['请求体最多 {max} 字节。', 'The body of a request may have at most {max} bytes.'],
  'document-too-long': [
    '查询文本最多 {max} 个字符；大的内容请放进变量。',
    'A document may have at most {max} characters; put what is large into variables.',
  ],
  'too-many-tokens': [
    '查询文本最多 {max} 个词元；大的内容请放进变量。',
    'A document may have at most {max} tokens; put what is large into variables.',
  ],
  'nested-too-deep': ['括号最多嵌套 {max} 层。', 'Brackets may be nested at most {max} deep.'],
  'too-many-directives': ['最多使用 {max} 个指令。', 'At most {max} directives may be used.'],
  'too-deep': ['字段最多嵌套 {max} 层。', 'Fields may be nested at most {max} deep.'],
  'too-many-fields': ['片段展开后最多 {max} 个字段。', 'At most {max} fields, fragments written out.'],
  'too-many-aliases': ['最多使用 {max} 个别名。', 'At most {max} aliases may be used.'],
  'too-costly': [
    '这个查询最多可能相当于 {cost} 个对象，上限是 {max}：请减小 first、嵌套或一次的统计、列表。',
    'This may be worth {cost} objects, the limit is {max}: ask for smaller pages, nest less or split it.',
  ],
  'no-batching': ['一个请求只能有一个操作。', 'A request holds one operation.'],
  'no-introspection': ['这个服务器不公开结构查询。', 'This server does not answer introspection.'],
  'no-document': ['请求里没有查询文本。', 'The request has no document.'],
  'persisted-only': [
    '这个服务器只接受登记过的查询，请发送它的 SHA-256。',
    'This server takes registered operations only: send the SHA-256.',
  ],
  'rate-limited': [
    '请求太频繁，请在 {seconds} 秒后再试。',
    'Too many requests; try again in {seconds} seconds.',
  ],
  'request-timeout': [
    '没有在 {seconds} 秒内完成，请缩小查询；修改可能已经保存，请用同一个幂等键重发。',
    'Not finished within {seconds} seconds: ask for less. A change may have been saved: send it again with its idempotency key.',
  ],
  'presence-too-often': [
    '报告位置太频繁，请在 {seconds} 秒后再试。',
    'Places are announced too often; try again in {seconds} seconds.',
  ],
  'too-many-subscriptions': [
    '同时打开的订阅最多 {max} 个。',
    'At most {max} subscriptions may be open at once.',
  ],
  'subscriber-too-slow': [
    '接收太慢，订阅已结束；请以 since: {since} 继续。',
    'Too slow to receive, so the subscription has ended; continue with since: {since}.',
  ],
  'no-such-change-number': [
    'since 应在 0 与最后的修改号 {last} 之间。',
    'since must lie between 0 and the last change number, {last}.',
  ],
  'replay-too-long': [
    '最多补发 {max} 次修改；请重新读取数据，再从现在开始订阅。',
    'At most {max} changes are sent again: read the data anew and subscribe from now on.',
  ],
} as const satisfies Record<string, readonly [string, string]>
