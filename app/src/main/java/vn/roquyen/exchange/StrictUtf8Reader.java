package vn.roquyen.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Reads UTF-8 and nothing else. The JDK's reader would either replace a wrong byte by "�", which
 * silently spoils a name, or refuse it without saying where it stands.
 */
final class StrictUtf8Reader extends Reader {
  private static final int BUFFER = 64 << 10;

  private final String file;
  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private long line = 1;
  private long before;
  private boolean started;
  private boolean ended;

  /**
   * Reads the stream of a file.
   *
   * @param file its name, for the error
   */
  StrictUtf8Reader(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    boolean last = count < 0;
    bytes.position(bytes.position() + Math.max(count, 0)).flip();
    chars.clear();
    int start = bytes.position();
    CoderResult result = decoder.decode(bytes, chars, last);
    before += bytes.position() - start;
    chars.flip();
    for (int i = 0; i < chars.limit(); i++) {
      line += chars.get(i) == '\n' ? 1 : 0;
    }
    if (result.isError()) {
      throw new Fault(
          FaultCode.INPUT_NOT_UTF8, file, Long.toString(line), Long.toString(before + 1));
    }
    if (!started && chars.hasRemaining()) {
      started = true;
      if (chars.get(0) == '\uFEFF') {
        chars.position(1);
      }
    }
    ended = last && !bytes.hasRemaining();
  }
}
