export default async function stopServers(): Promise<void> {
  for (const server of globalThis.retortTestServers?.toReversed() ?? []) {
    await server.stop();
  }
}
