/** Asks a server until it has no document in hand; gives its metrics. */
export async function idle(client) {
  for (;;) {
    const metrics = await client.result('metrics');
    if (metrics.documents.inHand === 0) {
      return metrics;
    }
  }
}
