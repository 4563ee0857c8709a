/** How much one request, and one caller, may ask for. */
export interface Limits {
  /** Of a whole request, in bytes. */
  readonly bodyBytes: number
  /** Of a GraphQL document, in characters; what is large belongs into variables. */
  readonly documentLength: number
  readonly tokens: number
  /** Directives written in the document. */
  readonly directives: number
  /** Nested fields, the leaf included. */
  readonly depth: number
  /** Fields, fragments written out. */
  readonly fields: number
  readonly aliases: number
  /** Objects the answer may hold, as far as the document tells. */
  readonly cost: number
  /** The largest `first` anywhere; single lists may allow less. */
  readonly pageSize: number
  /** Requests a caller may send in the long run; 0 for any number. */
  readonly requestsPerSecond: number
  /** Requests a caller who was silent may send at once. */
  readonly requestBurst: number
  readonly requestSeconds: number
  /** Subscriptions open at once in this process. */
  readonly subscriptions: number
  /** Change sets a live subscriber may leave lying before it is sent away. */
  readonly subscriberBehind: number
}

export const defaultLimits: Limits = {
  bodyBytes: 32_000_000,
  documentLength: 100_000,
  tokens: 5_000,
  directives: 50,
  depth: 15,
  fields: 1_000,
  aliases: 50,
  cost: 200_000,
  pageSize: 5_000,
  requestsPerSecond: 1_000,
  requestBurst: 2_000,
  requestSeconds: 60,
  subscriptions: 200,
  subscriberBehind: 1_000,
}
