package vn.roquyen.exchange;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, one after another; a line that is too long is passed over, not gathered. */
final class Lines {
  private final Reader in;
  private final int longest;
  private final char[] buffer = new char[32 << 10];
  private final StringBuilder gathered = new StringBuilder();
  private int position;
  private int filled;
  private long number;
  private boolean tooLong;

  Lines(Reader in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line without its end, or null when there is none; empty when it is too long. */
  @Nullable String next() throws IOException {
    gathered.setLength(0);
    tooLong = false;
    boolean any = false;
    while (true) {
      if (position == filled && !fill()) {
        number += any ? 1 : 0;
        return any ? line() : null;
      }
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      gather(end);
      boolean complete = end < filled;
      position = complete ? end + 1 : end;
      if (complete) {
        number++;
        return line();
      }
    }
  }

  /** Number of the line that was read last, counted from 1. */
  long number() {
    return number;
  }

  /** True when the line that was read last was longer than allowed. */
  boolean tooLong() {
    return tooLong;
  }

  private void gather(int end) {
    if (!tooLong && gathered.length() + end - position > longest) {
      tooLong = true;
      gathered.setLength(0);
    }
    if (!tooLong) {
      gathered.append(buffer, position, end - position);
    }
  }

  private String line() {
    int length = gathered.length();
    boolean carriage = length > 0 && gathered.charAt(length - 1) == '\r';
    return gathered.substring(0, carriage ? length - 1 : length);
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(in.read(buffer, 0, buffer.length), 0);
    return filled > 0;
  }
}
