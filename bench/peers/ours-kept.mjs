// Our contestant as it is started by default: answers to repeated reads come from memory while nothing was written.
import ours from './ours.mjs'

export default {
  ...ours,
  name: 'ours_kept',
  label: 'Biaochi, kept answers',
  port: ours.port + 1,
  start: (ctx) => {
    const { env, ...command } = ours.start(ctx)
    return { ...command, env: { ...env, ANSWER_CACHE_BYTES: '64000000' } }
  },
}
