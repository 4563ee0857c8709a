import type { Api } from './client.ts'
import { graphql } from './graphql.ts'

const announceMutation = graphql(`
  mutation AnnouncePresence($input: AnnouncePresenceInput!) {
    announcePresence(input: $input) {
      id
    }
  }
`)

/** Where a tab is, for the others to see; nowhere means that it leaves. */
export interface Whereabouts {
  readonly projectId: string
  readonly rowId: string | null
  readonly field: string | null
}

/** Says where this tab is; answers what the others know it by. */
export async function announcePresence(
  api: Pick<Api, 'mutate'>,
  tab: { readonly key: string; readonly name: string },
  place: Whereabouts | null,
): Promise<string> {
  const input = { ...tab, projectId: null, rowId: null, field: null, ...place }
  return (await api.mutate(announceMutation, { input })).announcePresence.id
}
