package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The link of a village at the edge of the network, in front of a server of this machine: 600 ms
 * there and back, 64 kbit/s, and a fifth of the packets lost, which then come a round trip later
 * and hold up those behind them. Fast until it is told to be slow.
 */
public final class SlowProxy implements AutoCloseable {
  private static final long ONE_WAY = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(600);
  private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / 8_000;
  private static final double LOSS = 0.2;
  private static final int PACKET = 1_400;

  public volatile boolean slow;
  private final Relay relay;
  private final Random random = new Random(66);

  private record Packet(byte[] bytes, long due) {}

  public SlowProxy(int target) throws IOException {
    relay =
        new Relay(
            target,
            (client, server) -> {
              pump(client, server);
              pump(server, client);
            });
  }

  public int port() {
    return relay.port();
  }

  private void pump(Socket from, Socket to) {
    BlockingQueue<Packet> line = new LinkedBlockingQueue<>();
    Thread.ofVirtual().start(() -> read(from, line));
    Thread.ofVirtual().start(() -> write(line, to));
  }

  private void read(Socket from, BlockingQueue<Packet> line) {
    byte[] chunk = new byte[PACKET];
    long free = System.nanoTime();
    long last = free;
    try (from) {
      InputStream in = from.getInputStream();
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        long now = System.nanoTime();
        if (slow) {
          free = Math.max(free, now) + count * NANOS_PER_BYTE;
          last = Math.max(last, free + ONE_WAY + lost());
        } else {
          last = now;
        }
        line.add(new Packet(Arrays.copyOf(chunk, count), last));
      }
    } catch (IOException cut) {
      // The other side hears of it below.
    }
    line.add(new Packet(new byte[0], last));
  }

  private synchronized long lost() {
    long wait = 0;
    while (random.nextDouble() < LOSS) {
      wait += AGAIN;
    }
    return wait;
  }

  private static void write(BlockingQueue<Packet> line, Socket to) {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Packet next = line.take(); next.bytes.length > 0; next = line.take()) {
        TimeUnit.NANOSECONDS.sleep(next.due - System.nanoTime());
        out.write(next.bytes);
        out.flush();
      }
    } catch (IOException cut) {
      // Both directions end together.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    relay.close();
  }
}
