package vn.roquyen.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the lines of a file that a test wrote and says where one begins. */
final class TestLines {
  private TestLines() {}

  static long count(Path file) {
    try {
      return Files.readString(file).lines().count();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static int start(byte[] bytes, int line) {
    int at = 0;
    for (int seen = 1; seen < line; at++) {
      seen += bytes[at] == '\n' ? 1 : 0;
    }
    return at;
  }
}
