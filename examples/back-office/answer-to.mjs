/** Send an answer to Frontdoor. The same id again is the same answer there, so it may be sent until it is taken. */
export const answerTo = (address, token, answer) => send('POST', address, token, answer);

/** Publish what is paid. The same revision again is the same award there; a correction has a higher one. */
export const publishAward = (address, token, award) => send('PUT', address, token, award);

async function send(method, address, token, body) {
  const reply = await fetch(address, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  return reply?.status ?? 502;
}
