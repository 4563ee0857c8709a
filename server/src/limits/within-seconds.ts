/** What `work` answers, or the error when it takes longer. The work itself is not stopped by this. */
export const withinSeconds = async <Result>(
  seconds: number,
  work: () => Promise<Result>,
  late: () => Error,
): Promise<Result> => {
  const tooLate = Promise.withResolvers<never>()
  const timer = setTimeout(() => tooLate.reject(late()), seconds * 1000)
  try {
    return await Promise.race([work(), tooLate.promise])
  } finally {
    clearTimeout(timer)
  }
}
