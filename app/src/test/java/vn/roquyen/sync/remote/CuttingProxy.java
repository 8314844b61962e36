package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a client and a server, counts bytes, and cuts the connection where it is told. */
public final class CuttingProxy implements AutoCloseable {
  /** Bytes towards the client after which connections are cut; negative for never. */
  public final AtomicLong cutAnswers = new AtomicLong(-1);

  /** Bytes towards the server after which connections are cut; negative for never. */
  public final AtomicLong cutRequests = new AtomicLong(-1);

  /** How many cuts are still to be made. */
  public final AtomicLong cuts = new AtomicLong(Long.MAX_VALUE);

  public final AtomicLong sent = new AtomicLong();
  public final AtomicLong received = new AtomicLong();
  private final Relay relay;

  public CuttingProxy(int target) throws IOException {
    relay =
        new Relay(
            target,
            (client, server) -> {
              Thread.ofVirtual().start(() -> pump(client, server, cutRequests, sent));
              Thread.ofVirtual().start(() -> pump(server, client, cutAnswers, received));
            });
  }

  public int port() {
    return relay.port();
  }

  private void pump(Socket from, Socket to, AtomicLong limit, AtomicLong counter) {
    byte[] chunk = new byte[4_096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      long most = limit.get();
      long passed = 0;
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        boolean cut = most >= 0 && passed + count >= most && cuts.getAndDecrement() > 0;
        int part = cut ? (int) (most - passed) : count;
        out.write(chunk, 0, part);
        out.flush();
        counter.addAndGet(part);
        passed += part;
        if (cut) {
          return;
        }
      }
    } catch (IOException cutElsewhere) {
      // Both directions end together.
    }
  }

  @Override
  public void close() throws IOException {
    relay.close();
  }
}
