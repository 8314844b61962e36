package vn.roquyen.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notices that a network has come or gone, or that something was plugged in, by looking at this
 * machine only: nothing is sent to find out.
 */
public final class Connectivity {
  private Set<String> before = look();

  /** True when it is not as it was at the last look. */
  public boolean changed() {
    Set<String> now = look();
    boolean changed = !now.equals(before);
    before = now;
    return changed;
  }

  private static Set<String> look() {
    Set<String> seen = new TreeSet<>();
    try {
      NetworkInterface.networkInterfaces()
          .filter(Connectivity::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .map(InetAddress::getHostAddress)
          .forEach(seen::add);
    } catch (SocketException none) {
      seen.clear();
    }
    for (FileStore medium : FileSystems.getDefault().getFileStores()) {
      seen.add(medium.toString());
    }
    return seen;
  }

  private static boolean isUp(NetworkInterface each) {
    try {
      return each.isUp() && !each.isLoopback();
    } catch (IOException gone) {
      return false;
    }
  }
}
