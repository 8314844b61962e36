package vn.roquyen.sync.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between clients and a server of this machine. */
final class Relay implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final Line line;

  /** What carries one connection; called once, to start both directions. */
  @FunctionalInterface
  interface Line {
    void carry(Socket client, Socket server);
  }

  Relay(int target, Line line) throws IOException {
    this.target = target;
    this.line = line;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        line.carry(client, server);
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
